//! What is done with containers that are there: restarted, made anew with their data, entered, read, and their images carried.

use std::collections::BTreeSet;

use camino::Utf8Path;
use futures_util::future::try_join_all;
use tokio::sync::{Notify, mpsc};

use super::down::remove_containers;
use super::engine::{Archive, Engine, Found, LogOptions, Owner, Terminal, local};
use super::error::StackError;
use super::kept::Kept;
use super::model::Stack;
use super::up::Driver;
use super::wait::Waiter;
use crate::redact::Redactor;
use crate::runs::{EventSink, step};

/// Names of the components that are there, so that a command can go on with just them.
pub async fn present(engine: &Engine, owner: &Owner) -> Result<Vec<String>, StackError> {
    let found = engine.found(owner).await?;
    let components: BTreeSet<String> = found.into_iter().map(|found| found.component).collect();
    Ok(components.into_iter().collect())
}

/// Restarts services, all where none is named, and waits until they are healthy.
///
/// # Errors
/// A name that is none, or a service that does not come up again.
pub async fn restart(
    driver: &Driver<'_>,
    names: &[String],
    patience: std::time::Duration,
    sink: &dyn EventSink,
) -> Result<Vec<String>, StackError> {
    let found = driver.found().await?;
    let chosen: Vec<&Found> =
        chosen(found.values().collect(), names)?.into_iter().filter(|found| !found.once).collect();
    let redactor = Kept::read(driver.folder)?.redactor();
    let happened = Notify::new();
    let waiter = Waiter { engine: driver.engine, redactor: &redactor, happened: &happened, patience };
    let names: Vec<String> = chosen.iter().map(|found| found.unit.clone()).collect();
    step(sink, "stack:restart", async {
        let each = chosen.iter().map(|found| async {
            driver.engine.restart(found).await?;
            match driver.stack.unit(&found.unit) {
                Some(unit) => waiter.ready(unit, &found.id).await,
                None => Ok(()),
            }
        });
        try_join_all(each).await?;
        Ok((names.clone(), names.join(", ")))
    })
    .await
}

/// Removes the containers and volumes of what is named, and the containers of what waits for it, so that `up` makes all of it
/// anew. Names of the volumes that are gone.
///
/// # Errors
/// A name that is none, or something that could not be removed.
pub async fn reset(driver: &Driver<'_>, names: &[String], sink: &dyn EventSink) -> Result<Vec<String>, StackError> {
    step(sink, "stack:reset", async {
        let found = driver.found().await?;
        let components: BTreeSet<&str> =
            names.iter().map(|name| component_of(driver.stack, name)).collect::<Result<_, _>>()?;
        let own = |component: &str| components.contains(component);
        let units: BTreeSet<String> =
            driver.stack.units.iter().filter(|unit| own(&unit.component)).map(|unit| unit.name.clone()).collect();
        let volumes: BTreeSet<&str> = driver
            .stack
            .units
            .iter()
            .filter(|unit| own(&unit.component))
            .flat_map(|unit| unit.volumes.keys().map(String::as_str))
            .collect();
        let depending = driver.stack.depending_on(&units);
        let doomed = found
            .into_values()
            .filter(|found| units.contains(&found.unit) || depending.contains(&found.unit))
            .collect();
        let mut left: Vec<String> = remove_containers(driver.engine, doomed, sink)
            .await
            .into_iter()
            .map(|(name, why)| format!("{name}: {why}"))
            .collect();
        let there = driver.engine.volumes(driver.owner).await?;
        let gone: Vec<String> =
            volumes.into_iter().map(|name| driver.owner.volume(name)).filter(|name| there.contains(name)).collect();
        for volume in &gone {
            left.extend(driver.engine.remove_volume(volume).await.err().map(|why| format!("{volume}: {why}")));
        }
        if !left.is_empty() {
            return Err(StackError::Left { left });
        }
        let message = if gone.is_empty() { "it keeps no data".to_owned() } else { gone.join(", ") };
        Ok((gone, message))
    })
    .await
}

fn component_of<'a>(stack: &'a Stack, name: &str) -> Result<&'a str, StackError> {
    let unit = stack.units.iter().find(|unit| unit.name == name || unit.component == name);
    unit.map(|unit| unit.component.as_str()).ok_or_else(|| StackError::Unknown {
        name: name.to_owned(),
        known: stack.units.iter().map(|unit| unit.name.clone()).collect(),
    })
}

/// A line of a unit's log.
pub struct Line {
    /// The unit.
    pub unit: String,
    /// The line, without secrets.
    pub line: String,
}

/// Gives the lines of units away, of all where none is named, until `on_line` has enough.
pub async fn logs(
    engine: &Engine,
    owner: &Owner,
    names: &[String],
    options: &LogOptions,
    redactor: &Redactor,
    on_line: &(dyn Fn(Line) -> bool + Sync),
) -> Result<(), StackError> {
    let found = engine.found(owner).await?;
    let chosen = chosen(found.iter().collect(), names)?;
    if options.follow {
        let each = chosen.iter().map(|found| one_log(engine, found, options, redactor, on_line));
        return try_join_all(each).await.map(drop);
    }
    for found in chosen {
        one_log(engine, found, options, redactor, on_line).await?;
    }
    Ok(())
}

async fn one_log(
    engine: &Engine,
    found: &Found,
    options: &LogOptions,
    redactor: &Redactor,
    on_line: &(dyn Fn(Line) -> bool + Sync),
) -> Result<(), StackError> {
    engine.logs(&found.id, options, redactor, &mut |line| on_line(Line { unit: found.unit.clone(), line })).await
}

/// Runs a program in the container of a unit; its exit code.
pub async fn exec(
    engine: &Engine,
    owner: &Owner,
    name: &str,
    command: &[String],
    terminal: Option<Terminal>,
    input: mpsc::Receiver<Vec<u8>>,
    on_output: &mut (dyn FnMut(&[u8], bool) + Send),
) -> Result<i64, StackError> {
    let found = engine.found(owner).await?;
    let [found] = chosen(found.iter().collect(), &[name.to_owned()])?[..] else {
        return Err(StackError::NotRunning { name: name.to_owned() });
    };
    if !found.running {
        return Err(StackError::NotRunning { name: name.to_owned() });
    }
    engine.exec(&found.id, command, terminal, input, on_output).await
}

/// Writes the images of a stack into a file.
///
/// # Errors
/// An image that is not there, or a file that cannot be written.
pub async fn save(engine: &Engine, stack: &Stack, file: &Utf8Path) -> Result<Archive, StackError> {
    let mut images = BTreeSet::new();
    let mut absent = Vec::new();
    for unit in &stack.units {
        if engine.image_id(&unit.image).await?.is_none() {
            absent.push(local(&unit.image));
        }
        images.insert(local(&unit.image));
    }
    absent.dedup();
    if !absent.is_empty() {
        return Err(StackError::Absent { images: absent });
    }
    engine.save(&images.into_iter().collect::<Vec<_>>(), file).await
}

/// Puts the images of a file into the engine.
///
/// # Errors
/// A file that cannot be read, or has no images in it.
pub async fn load(engine: &Engine, file: &Utf8Path) -> Result<Archive, StackError> {
    engine.load(file).await
}

/// Those of these names, units or components; all where none is named.
fn chosen<'a>(found: Vec<&'a Found>, names: &[String]) -> Result<Vec<&'a Found>, StackError> {
    if names.is_empty() {
        return Ok(found);
    }
    let is = |found: &Found, name: &str| found.unit == name || found.component == name;
    if let Some(unknown) = names.iter().find(|name| !found.iter().any(|found| is(found, name))) {
        let known = found.iter().map(|found| found.unit.clone()).collect();
        return Err(StackError::Unknown { name: unknown.clone(), known });
    }
    // A unit's own name first: a component may be called as one of its units.
    let exact = |name: &String| found.iter().any(|found| found.unit == *name);
    let wanted =
        |one: &&&Found| names.iter().any(|name| if exact(name) { one.unit == *name } else { one.component == *name });
    Ok(found.iter().filter(wanted).copied().collect())
}
