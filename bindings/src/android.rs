//! What Android needs before the first request: TLS certificates are judged by the phone's own trust store, which is
//! reached through the Java virtual machine.
//!
//! Source: the documentation of `rustls-platform-verifier`, section Android.

use std::sync::atomic::{AtomicBool, Ordering};

use jni::objects::{JClass, JObject};
use jni::{EnvUnowned, Outcome};

use crate::GatepassError;

static PREPARED: AtomicBool = AtomicBool::new(false);

/// Whether [`Java_org_gatepass_core_Native_prepare`] was called.
pub(crate) fn must_be_prepared() -> Result<(), GatepassError> {
    if PREPARED.load(Ordering::Acquire) {
        return Ok(());
    }
    let reason = "call org.gatepass.core.Native.prepare(context) in Application.onCreate first".to_owned();
    Err(GatepassError::NotPrepared { reason })
}

/// `org.gatepass.core.Native.prepare(Context): Boolean`. Call it once, from `Application.onCreate`; again does no harm.
#[expect(unsafe_code, reason = "a function the Java virtual machine finds by its name")]
#[unsafe(no_mangle)]
extern "system" fn Java_org_gatepass_core_Native_prepare<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    context: JObject<'local>,
) -> bool {
    let prepared = env.with_env(|env| rustls_platform_verifier::android::init_with_env(env, context));
    let done = matches!(prepared.into_outcome(), Outcome::Ok(()));
    if done {
        PREPARED.store(true, Ordering::Release);
    }
    done
}
