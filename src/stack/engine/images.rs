//! Images: whether they are there, fetched with several at once, and carried by files to machines that can fetch nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use bollard::models::ImageInspect;
use bollard::query_parameters::{CreateImageOptionsBuilder, ImportImageOptionsBuilder, TagImageOptionsBuilder};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::io::AsyncWriteExt as _;

use super::super::registry::{Mirrors, credentials, name_at};
use super::{Engine, refused, status, told};
use crate::env_vars::Environment;
use crate::runs::{Event, EventSink};
use crate::stack::component::Image;
use crate::stack::error::StackError;

const STEP: &str = "stack:pull";
/// More at once make none of them faster.
const AT_ONCE: usize = 4;
const MEGABYTE: u64 = 1_000_000;

/// When images are fetched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pull {
    /// Never: they have to be there.
    Never,
    /// Those that are not there.
    #[default]
    Missing,
    /// All, as tags may have moved.
    Always,
}

/// A file with images in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Archive {
    /// The images.
    pub images: Vec<String>,
    /// The size of the file.
    pub bytes: u64,
}

impl Engine {
    /// The id of an image; none where it is not there, or is another than its digest says.
    pub(in crate::stack) async fn image_id(&self, image: &Image) -> Result<Option<String>, StackError> {
        let reference = local(image);
        let found = match self.docker.inspect_image(&reference).await {
            Ok(found) => found,
            Err(error) if status(&error) == Some(404) => return Ok(None),
            Err(error) => return Err(refused(format!("looking for the image `{reference}`"))(error)),
        };
        Ok(found.id.clone().filter(|_| fits(image, &found)))
    }

    /// What an image was fetched as; none of one that was built or loaded.
    pub(in crate::stack) async fn image_digest(&self, reference: &str) -> Option<String> {
        let found = self.docker.inspect_image(reference).await.ok()?;
        digests(&found).next().map(str::to_owned)
    }

    /// Makes sure that images are there. Tells of the step `stack:pull` where something has to be fetched.
    pub(in crate::stack) async fn pull(
        &self,
        images: &[Image],
        pull: Pull,
        mirrors: &Mirrors,
        environment: &Environment,
        sink: &dyn EventSink,
    ) -> Result<(), StackError> {
        let mut wanted = Vec::new();
        let mut seen = BTreeSet::new();
        for image in images.iter().filter(|image| image.build.is_none()) {
            if seen.insert(local(image)) && (pull == Pull::Always || self.image_id(image).await?.is_none()) {
                wanted.push(image);
            }
        }
        if wanted.is_empty() {
            return Ok(());
        }
        if pull == Pull::Never {
            return Err(StackError::Absent { images: wanted.into_iter().map(local).collect() });
        }
        crate::runs::step(sink, STEP, async {
            let progress = Progress { sink, layers: Mutex::default() };
            let each = wanted.iter().map(|image| self.pull_one(image, mirrors, environment, &progress));
            let pulled: Vec<String> = stream::iter(each).buffer_unordered(AT_ONCE).try_collect().await?;
            let megabytes = progress.bytes() / MEGABYTE;
            Ok(((), format!("{} images, {megabytes} MB: {}", pulled.len(), pulled.join(", "))))
        })
        .await
    }

    /// Fetches an image, from a mirror where there is one, and calls it by its own name. Gives back its name and digest.
    async fn pull_one(
        &self,
        image: &Image,
        mirrors: &Mirrors,
        environment: &Environment,
        progress: &Progress<'_>,
    ) -> Result<String, StackError> {
        let own = local(image);
        let fault = |message: String| StackError::Pull { image: own.clone(), message };
        let place = name_at(&image.name, mirrors);
        let version = image.digest.as_deref().unwrap_or(&image.tag);
        let options = CreateImageOptionsBuilder::default().from_image(&place.name).tag(version).build();
        let known = credentials(&place.host, environment).await.map_err(fault)?;
        let mut stream = Box::pin(self.docker.create_image(Some(options), None, known));
        while let Some(info) = stream.next().await {
            let info = info.map_err(|error| fault(told(&error)))?;
            if let Some(error) = info.error_detail.and_then(|detail| detail.message) {
                return Err(fault(error));
            }
            let detail = info.progress_detail.unwrap_or_default();
            if let (Some(layer), Some(current)) = (info.id, detail.current) {
                progress.moved(&own, &layer, u64::try_from(current).unwrap_or_default());
            }
        }
        let separator = if image.digest.is_some() { "@" } else { ":" };
        let fetched = format!("{}{separator}{version}", place.name);
        if fetched != own {
            let tag = TagImageOptionsBuilder::default().repo(&image.name).tag(&image.tag).build();
            self.docker.tag_image(&fetched, Some(tag)).await.map_err(|error| fault(told(&error)))?;
        }
        let found = self.docker.inspect_image(&own).await.map_err(|error| fault(told(&error)))?;
        let digest = digests(&found).next().unwrap_or_default().to_owned();
        if !fits(image, &found) {
            return Err(StackError::Digest { image: own, found: digest });
        }
        Ok(if digest.is_empty() { own } else { format!("{own}@{digest}") })
    }

    /// Writes images into a file, all or nothing.
    pub(in crate::stack) async fn save(
        &self,
        images: &[String],
        file: &camino::Utf8Path,
    ) -> Result<Archive, StackError> {
        let names: Vec<&str> = images.iter().map(String::as_str).collect();
        let partial = file.with_file_name(format!(".{}.partial", file.file_name().unwrap_or("images")));
        let io = StackError::io("writing images");
        let mut out = tokio::fs::File::create(&partial).await.map_err(&io)?;
        let mut stream = Box::pin(self.docker.export_images(&names));
        let mut bytes = 0;
        while let Some(part) = stream.next().await {
            let part = part.map_err(refused("reading images out of the engine"))?;
            bytes += part.len() as u64;
            out.write_all(&part).await.map_err(&io)?;
        }
        out.sync_all().await.map_err(&io)?;
        tokio::fs::rename(&partial, file).await.map_err(&io)?;
        Ok(Archive { images: images.to_vec(), bytes })
    }

    /// Puts the images of a file into the engine.
    pub(in crate::stack) async fn load(&self, file: &camino::Utf8Path) -> Result<Archive, StackError> {
        let opened = tokio::fs::File::open(file).await.map_err(StackError::io("reading images"))?;
        let bytes = opened.metadata().await.map_err(StackError::io("reading images"))?.len();
        let parts = tokio_util::io::ReaderStream::with_capacity(opened, 1 << 20);
        let options = ImportImageOptionsBuilder::default().build();
        let mut stream = Box::pin(self.docker.import_image_stream(options, parts, None));
        let mut images = Vec::new();
        while let Some(info) = stream.next().await {
            let info = info.map_err(refused(format!("loading the images of `{file}`")))?;
            let said = info.stream.unwrap_or_default();
            images.extend(said.trim().strip_prefix("Loaded image: ").map(str::to_owned));
            if let Some(message) = info.error_detail.and_then(|detail| detail.message) {
                return Err(StackError::Engine { doing: format!("loading the images of `{file}`"), message });
            }
        }
        Ok(Archive { images, bytes })
    }
}

/// The name that containers are made of.
pub(in crate::stack) fn local(image: &Image) -> String {
    format!("{}:{}", image.name, image.tag)
}

fn digests(found: &ImageInspect) -> impl Iterator<Item = &str> {
    found.repo_digests.iter().flatten().filter_map(|digest| Some(digest.split_once('@')?.1))
}

fn fits(image: &Image, found: &ImageInspect) -> bool {
    image.digest.as_deref().is_none_or(|wanted| digests(found).any(|digest| digest == wanted))
}

/// How far all images are, layer by layer.
struct Progress<'a> {
    sink: &'a dyn EventSink,
    layers: Mutex<BTreeMap<(String, String), u64>>,
}

impl Progress<'_> {
    fn moved(&self, image: &str, layer: &str, current: u64) {
        {
            let mut layers = self.layers.lock().unwrap_or_else(PoisonError::into_inner);
            let known = layers.entry((image.to_owned(), layer.to_owned())).or_default();
            if current < *known + MEGABYTE {
                return;
            }
            *known = current;
        }
        let done = self.bytes() / MEGABYTE;
        self.sink.emit(Event::StepProgress { step: STEP, done, message: format!("{image}, {done} MB of all") });
    }

    fn bytes(&self) -> u64 {
        self.layers.lock().unwrap_or_else(PoisonError::into_inner).values().sum()
    }
}
