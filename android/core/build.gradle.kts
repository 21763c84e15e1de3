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

kotlin {
    compilerOptions {
        allWarningsAsErrors = true
    }
}

/** The certificate verifier's two halves are of one version, the one of the lock file. */
val verifier = providers.fileContents(layout.projectDirectory.file("../../Cargo.lock")).asText.map { lock ->
    lock.substringAfter("name = \"rustls-platform-verifier-android\"\nversion = \"").substringBefore('"')
}

/** The Rust library for every kind of phone, and the Kotlin that is generated from that very build. */
val project = rootDir.parentFile
val abis = listOf("arm64-v8a", "armeabi-v7a", "x86_64")

abstract class RustTask : Exec() {
    @get:OutputDirectory
    abstract val made: DirectoryProperty
}

val rust by tasks.registering(RustTask::class) {
    group = "build"
    description = "Builds libgatepass_ffi.so with cargo-ndk."
    made = layout.buildDirectory.dir("rust/jniLibs")
    workingDir = project
    // Cargo knows what is up to date.
    outputs.upToDateWhen { false }
    commandLine(
        listOf("cargo", "ndk", "--platform", "26") + abis.flatMap { listOf("--target", it) } +
            listOf("--output-dir", made.get().asFile.path) +
            listOf("build", "--package", "gatepass-ffi", "--profile", "mobile"),
    )
    environment("ANDROID_NDK_HOME", androidComponents.sdkComponents.ndkDirectory.map { it.asFile.path }.get())
}

val generate by tasks.registering(RustTask::class) {
    group = "build"
    description = "Generates org.gatepass.bindings from the library."
    dependsOn(rust)
    made = layout.buildDirectory.dir("rust/kotlin")
    workingDir = project
    outputs.upToDateWhen { false }
    commandLine(
        "cargo", "run", "--quiet", "--package", "gatepass-bindgen", "--", "generate", "--no-format",
        "--language", "kotlin", "--out-dir", made.get().asFile.path,
        "target/aarch64-linux-android/mobile/libgatepass_ffi.so",
    )
}

androidComponents {
    onVariants { variant ->
        variant.sources.jniLibs?.addGeneratedSourceDirectory(rust, RustTask::made)
        variant.sources.kotlin?.addGeneratedSourceDirectory(generate, RustTask::made)
    }
}

dependencies {
    api(libs.coroutines)
    implementation(libs.jna) { artifact { type = "aar" } }
    implementation(verifier.map { "rustls:rustls-platform-verifier:$it" })
}
