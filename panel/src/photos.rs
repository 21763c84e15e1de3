//! Photos of who stood at the door, encrypted at rest.
//!
//! They lie in any store that `object_store` knows: a folder, or a bucket. Each is one object, named by its site, the
//! day and its id, sealed with the key of the key file for just that name. Somebody who reads the store alone sees how
//! many there are and when they were taken, and nothing of what is on them.

use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use gatepass_core::id::SiteId;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Name;
use object_store::{Error as StoreError, ObjectStore, ObjectStoreExt, PutPayload};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::keys::{Keys, UnsealError};

/// The store of photos.
#[derive(Clone)]
pub struct Photos {
    store: Arc<dyn ObjectStore>,
    keys: Arc<Keys>,
    /// Held while a photo is sealed again or removed: a photo that is removed in between must not come back.
    changing: Arc<Mutex<()>>,
}

/// Why a photo could not be stored, read or removed.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// The store failed: log it, and go on without the photo.
    #[error("the photo store failed: {0}")]
    Store(#[from] StoreError),
    /// The photo does not open: log it; it is lost.
    #[error(transparent)]
    Sealed(#[from] UnsealError),
}

impl Photos {
    /// Photos in a folder, which is made if it is missing.
    ///
    /// # Errors
    ///
    /// The folder cannot be made or opened.
    pub fn in_folder(folder: &Path, keys: Arc<Keys>) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?;
        // Days that are over leave empty folders otherwise.
        Ok(Self::new(Arc::new(store.with_automatic_cleanup(true)), keys))
    }

    /// Photos in any store.
    #[must_use]
    pub fn new(store: Arc<dyn ObjectStore>, keys: Arc<Keys>) -> Self {
        Self { store, keys, changing: Arc::default() }
    }

    /// Keeps a photo. Its id is of version 7: the time in it is the time of the photo.
    ///
    /// # Errors
    ///
    /// The store failed; the photo is not kept.
    pub async fn put(&self, site: SiteId, photo: Uuid, jpeg: &[u8]) -> Result<(), PhotoError> {
        let sealed = self.keys.seal(&context(site, photo), jpeg);
        self.store.put(&name(site, photo), PutPayload::from(sealed)).await?;
        Ok(())
    }

    /// The photo, unless it was removed or never kept.
    ///
    /// # Errors
    ///
    /// The store failed, or the photo was damaged or sealed with a lost key.
    pub async fn get(&self, site: SiteId, photo: Uuid) -> Result<Option<Bytes>, PhotoError> {
        let sealed = match self.store.get(&name(site, photo)).await {
            Ok(found) => found.bytes().await?,
            Err(StoreError::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let jpeg = self.keys.open(&context(site, photo), &sealed)?;
        Ok(Some(Bytes::copy_from_slice(&jpeg)))
    }

    /// Seals all photos of a site again that have an older seal, and returns their number. A photo that does not open stays
    /// as it is.
    ///
    /// # Errors
    ///
    /// The store failed. Photos that were sealed again stay so; call it again.
    pub async fn seal_again(&self, site: SiteId) -> Result<u64, PhotoError> {
        let photos: Vec<_> = self.store.list(Some(&Name::from(site.to_string()))).try_collect().await?;
        let mut done = 0;
        for photo in photos.into_iter().map(|photo| photo.location) {
            let Some(id) = photo.filename().and_then(|id| id.parse().ok()) else { continue };
            let _changing = self.changing.lock().await;
            let sealed = match self.store.get(&photo).await {
                Ok(found) => found.bytes().await?,
                // It was removed meanwhile.
                Err(StoreError::NotFound { .. }) => continue,
                Err(error) => return Err(error.into()),
            };
            if self.keys.is_current(&sealed) {
                continue;
            }
            match self.keys.seal_again(&context(site, id), &sealed) {
                Ok(again) => _ = self.store.put(&photo, PutPayload::from(again)).await?,
                Err(error) => {
                    tracing::warn!(%error, "a photo cannot be sealed again");
                    continue;
                }
            }
            done += 1;
        }
        Ok(done)
    }

    /// Whether the oldest photo of a site has an older seal. All photos of a site are sealed again together, so the oldest
    /// is enough.
    ///
    /// # Errors
    ///
    /// The store failed.
    pub async fn needs_resealing(&self, site: SiteId) -> Result<bool, PhotoError> {
        let photos: Vec<_> = self.store.list(Some(&Name::from(site.to_string()))).try_collect().await?;
        // The id begins with the instant.
        let ids = photos.iter().filter_map(|photo| photo.location.filename()?.parse::<Uuid>().ok());
        let Some(oldest) = ids.min() else { return Ok(false) };
        match self.store.get(&name(site, oldest)).await {
            Ok(found) => Ok(!self.keys.is_current(&found.bytes().await?)),
            Err(StoreError::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes a photo; one that is not there stays so.
    ///
    /// # Errors
    ///
    /// The store failed; call it again.
    pub async fn remove(&self, site: SiteId, photo: Uuid) -> Result<(), PhotoError> {
        let _changing = self.changing.lock().await;
        match self.store.delete(&name(site, photo)).await {
            Ok(()) | Err(StoreError::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes all photos of a site that are older, known to the log or not: also those of a presentation whose entry
    /// never came to be. How many.
    ///
    /// # Errors
    ///
    /// The store failed. Call it again.
    pub async fn remove_older(&self, site: SiteId, than: DateTime<Utc>) -> Result<u64, PhotoError> {
        let days = self.store.list_with_delimiter(Some(&Name::from(site.to_string()))).await?.common_prefixes;
        let last_day = than.date_naive().to_string();
        let mut removed = 0;
        for day in days.into_iter().filter(|day| day.filename().is_some_and(|day| *day <= *last_day)) {
            let photos: Vec<_> = self.store.list(Some(&day)).try_collect().await?;
            for photo in photos.into_iter().map(|photo| photo.location) {
                let id = photo.filename().and_then(|id| id.parse().ok());
                if id.and_then(instant_of).is_none_or(|at| at < than) {
                    let _changing = self.changing.lock().await;
                    match self.store.delete(&photo).await {
                        Ok(()) => removed += 1,
                        // The job that removes the photos of the log was there first.
                        Err(StoreError::NotFound { .. }) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
        Ok(removed)
    }
}

impl std::fmt::Debug for Photos {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Photos").field("store", &self.store.to_string()).finish_non_exhaustive()
    }
}

fn name(site: SiteId, photo: Uuid) -> Name {
    let day = instant_of(photo).unwrap_or_default().date_naive();
    Name::from_iter([site.to_string(), day.to_string(), photo.to_string()])
}

fn context(site: SiteId, photo: Uuid) -> [[u8; 16]; 3] {
    [*b"photo of a site\0", *site.0.as_bytes(), *photo.as_bytes()]
}

fn instant_of(photo: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanos) = photo.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::fmt;
    use std::sync::atomic::{AtomicBool, Ordering};

    use async_trait::async_trait;
    use chrono::TimeDelta;
    use futures_util::stream::BoxStream;
    use object_store::memory::InMemory;
    use object_store::{
        CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, PutMultipartOptions, PutOptions,
        PutResult, Result as StoreResult,
    };
    use tokio::sync::Notify;
    use uuid::Builder;

    use super::*;

    fn id_at(at: DateTime<Utc>) -> Uuid {
        Builder::from_unix_timestamp_millis(u64::try_from(at.timestamp_millis()).unwrap(), &[7; 10]).into_uuid()
    }

    #[tokio::test]
    async fn what_is_kept_is_read_back_and_lies_there_encrypted() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::in_folder(folder.path(), Arc::new(Keys::generate())).unwrap();
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let (site, photo) = (SiteId(id_at(now)), id_at(now));
        photos.put(site, photo, b"a face at the door").await.unwrap();
        assert_eq!(photos.get(site, photo).await.unwrap().unwrap(), &b"a face at the door"[..]);
        let file = folder.path().join(site.to_string()).join(now.date_naive().to_string()).join(photo.to_string());
        let on_disk = std::fs::read(&file).unwrap();
        assert!(!on_disk.windows(4).any(|bytes| bytes == b"face"));
        // One photo put in the place of another does not open.
        let other = id_at(now + TimeDelta::milliseconds(1));
        std::fs::copy(&file, file.with_file_name(other.to_string())).unwrap();
        assert!(matches!(photos.get(site, other).await, Err(PhotoError::Sealed(_))));
        photos.remove(site, photo).await.unwrap();
        photos.remove(site, photo).await.unwrap();
        assert_eq!(photos.get(site, photo).await.unwrap(), None);
    }

    #[tokio::test]
    async fn older_photos_of_one_site_go() {
        let folder = tempfile::tempdir().unwrap();
        let photos = Photos::in_folder(folder.path(), Arc::new(Keys::generate())).unwrap();
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let (site, neighbour) = (SiteId(id_at(now)), SiteId(id_at(now + TimeDelta::seconds(1))));
        let ages = [0, 1, 23, 24, 25, 47, 100].map(TimeDelta::hours);
        for age in ages {
            photos.put(site, id_at(now - age), b"jpeg").await.unwrap();
            photos.put(neighbour, id_at(now - age), b"jpeg").await.unwrap();
        }
        let cut = now - TimeDelta::hours(24);
        assert_eq!(photos.remove_older(site, cut).await.unwrap(), 3);
        for age in ages {
            let kept = photos.get(site, id_at(now - age)).await.unwrap().is_some();
            assert_eq!(kept, age <= TimeDelta::hours(24));
            assert!(photos.get(neighbour, id_at(now - age)).await.unwrap().is_some());
        }
    }

    /// A store whose photos are written only once it is told to.
    #[derive(Debug, Default)]
    struct SlowStore {
        store: InMemory,
        slow: AtomicBool,
        asked: Notify,
        go: Notify,
    }

    impl fmt::Display for SlowStore {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("SlowStore")
        }
    }

    #[async_trait]
    impl ObjectStore for SlowStore {
        async fn put_opts(&self, at: &Name, payload: PutPayload, options: PutOptions) -> StoreResult<PutResult> {
            if self.slow.load(Ordering::Relaxed) {
                self.asked.notify_one();
                self.go.notified().await;
            }
            self.store.put_opts(at, payload, options).await
        }

        async fn put_multipart_opts(
            &self,
            at: &Name,
            options: PutMultipartOptions,
        ) -> StoreResult<Box<dyn MultipartUpload>> {
            self.store.put_multipart_opts(at, options).await
        }

        async fn get_opts(&self, at: &Name, options: GetOptions) -> StoreResult<GetResult> {
            self.store.get_opts(at, options).await
        }

        fn delete_stream(&self, names: BoxStream<'static, StoreResult<Name>>) -> BoxStream<'static, StoreResult<Name>> {
            self.store.delete_stream(names)
        }

        fn list(&self, prefix: Option<&Name>) -> BoxStream<'static, StoreResult<ObjectMeta>> {
            self.store.list(prefix)
        }

        async fn list_with_delimiter(&self, prefix: Option<&Name>) -> StoreResult<ListResult> {
            self.store.list_with_delimiter(prefix).await
        }

        async fn copy_opts(&self, from: &Name, to: &Name, options: CopyOptions) -> StoreResult<()> {
            self.store.copy_opts(from, to, options).await
        }
    }

    #[tokio::test]
    async fn a_photo_removed_while_it_is_sealed_again_stays_away() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keys::generate());
        let slow = Arc::new(SlowStore::default());
        let photos = Photos::new(slow.clone(), Arc::clone(&keys));
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let (site, photo) = (SiteId(id_at(now)), id_at(now));
        photos.put(site, photo, b"jpeg").await.unwrap();
        assert!(!photos.needs_resealing(site).await.unwrap());
        keys.rotate(&folder.path().join("keys.toml"), now).unwrap();
        assert!(photos.needs_resealing(site).await.unwrap());
        slow.slow.store(true, Ordering::Relaxed);
        let resealing = tokio::spawn({
            let photos = photos.clone();
            async move { photos.seal_again(site).await.unwrap() }
        });
        slow.asked.notified().await;
        let removing = tokio::spawn({
            let photos = photos.clone();
            async move { photos.remove(site, photo).await.unwrap() }
        });
        // One thread: the removal goes as far as it can before this goes on.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        slow.go.notify_one();
        resealing.await.unwrap();
        removing.await.unwrap();
        assert_eq!(photos.get(site, photo).await.unwrap(), None);
    }
}
