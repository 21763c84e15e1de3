plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.compose)
}

/** Pushes need an account with Google, so they are left out unless asked for: `-Pgatepass.push=true`. */
val push = providers.gradleProperty("gatepass.push").map(String::toBoolean).getOrElse(false)

android {
    namespace = "org.gatepass.app"
    compileSdk = 37

    defaultConfig {
        applicationId = "org.gatepass.app"
        minSdk = 26
        targetSdk = 37
        versionCode = 1
        versionName = "0.1.0"
    }

    androidResources {
        // Only languages the core speaks.
        localeFilters += listOf("ar", "en", "es")
    }

    buildFeatures {
        compose = true
    }

    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "rules.pro")
        }
    }

    if (push) {
        sourceSets {
            named("main") { kotlin.srcDir("src/push/kotlin") }
            // Merged over the main one.
            listOf("debug", "release").forEach { named(it) { manifest.srcFile("src/push/AndroidManifest.xml") } }
        }
    }

    packaging {
        // Kept uncompressed and aligned in the package, mapped from there.
        jniLibs.useLegacyPackaging = false
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    lint {
        // Versions are moved on purpose, not because there is a newer one today.
        disable += listOf("GradleDependency", "NewerVersionAvailable", "AndroidGradlePluginVersion")
    }
}

kotlin {
    compilerOptions {
        allWarningsAsErrors = true
    }
}

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.androidx.core)
    implementation(libs.scanner)
    if (push) implementation(libs.messaging)
}
