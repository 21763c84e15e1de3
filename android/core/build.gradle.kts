import javax.inject.Inject
import org.gradle.process.ExecOperations

plugins {
    alias(libs.plugins.android.library)
}

android {
    namespace = "org.gatepass.core"
    compileSdk = 37
    // r28 aligns libraries to pages of 16 KB by itself.
    ndkVersion = "28.2.13676358"

    defaultConfig {
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

// Warnings are not errors here only because of the generated code; without it they are, in the build for plain Linux.

/** The certificate verifier's two halves are of one version, the one of the lock file. */
val verifier = providers.fileContents(layout.projectDirectory.file("../../Cargo.lock")).asText.map { lock ->
    lock.substringAfter("name = \"rustls-platform-verifier-android\"\nversion = \"").substringBefore('"')
}

val top: Directory = layout.projectDirectory.dir("../..")

/** The Rust library for every kind of processor that phones have. */
abstract class RustLibrary @Inject constructor(private val processes: ExecOperations) : DefaultTask() {
    @get:Internal
    abstract val checkout: DirectoryProperty

    @get:Input
    abstract val ndk: Property<String>

    @get:OutputDirectory
    abstract val libraries: DirectoryProperty

    @TaskAction
    fun build() {
        val targets = listOf("arm64-v8a", "armeabi-v7a", "x86_64").flatMap { listOf("--target", it) }
        processes.exec {
            workingDir(checkout)
            environment("ANDROID_NDK_HOME", ndk.get())
            commandLine(
                listOf("cargo", "ndk", "--platform", "26") + targets +
                    listOf("--output-dir", libraries.get().asFile.path) +
                    listOf("build", "--package", "gatepass-ffi", "--profile", "mobile"),
            )
        }
    }
}

/** The Kotlin that belongs to that very library. */
abstract class GeneratedKotlin @Inject constructor(private val processes: ExecOperations) : DefaultTask() {
    @get:Internal
    abstract val checkout: DirectoryProperty

    @get:OutputDirectory
    abstract val sources: DirectoryProperty

    @TaskAction
    fun generate() {
        processes.exec {
            workingDir(checkout)
            commandLine(
                "cargo", "run", "--quiet", "--package", "gatepass-bindgen", "--", "generate", "--no-format",
                "--language", "kotlin", "--out-dir", sources.get().asFile.path,
                // Its symbols, which are stripped from the package, say what it offers.
                "target/aarch64-linux-android/mobile/libgatepass_ffi.so",
            )
        }
    }
}

androidComponents {
    onVariants { variant ->
        val called = variant.name.replaceFirstChar(Char::uppercase)
        val library = tasks.register<RustLibrary>("rustLibrary$called") {
            description = "Builds libgatepass_ffi.so with cargo-ndk."
            checkout = top
            ndk = sdkComponents.ndkDirectory.map { it.asFile.path }
            // Cargo knows what is up to date.
            outputs.upToDateWhen { false }
        }
        val sources = tasks.register<GeneratedKotlin>("generatedKotlin$called") {
            description = "Generates org.gatepass.bindings from the library."
            dependsOn(library)
            checkout = top
            outputs.upToDateWhen { false }
        }
        variant.sources.jniLibs?.addGeneratedSourceDirectory(library, RustLibrary::libraries)
        variant.sources.kotlin?.addGeneratedSourceDirectory(sources, GeneratedKotlin::sources)
    }
}

dependencies {
    api(libs.coroutines)
    api(libs.jna) { artifact { type = "aar" } }
    implementation(verifier.map { "rustls:rustls-platform-verifier:$it" })
}
