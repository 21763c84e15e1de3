buildscript {
    dependencies {
        // Android's plugin brings a Kotlin of its own, which may be older than ours.
        classpath(libs.kotlin.gradle)
    }
}

plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.compose) apply false
}
