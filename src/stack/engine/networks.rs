//! The network and the volumes of a stack.

use bollard::models::{NetworkCreateRequest, VolumeCreateRequest};
use bollard::query_parameters::{ListNetworksOptionsBuilder, ListVolumesOptionsBuilder, RemoveVolumeOptions};

use super::body::Owner;
use super::{Engine, refused, status, told};
use crate::stack::error::StackError;

impl Engine {
    /// Makes the network where it is not there; fails where one of its name is another's.
    pub(in crate::stack) async fn ensure_network(&self, owner: &Owner) -> Result<(), StackError> {
        let name = owner.network();
        if self.networks(owner).await?.contains(&name) {
            return Ok(());
        }
        let options =
            ListNetworksOptionsBuilder::default().filters(&[("name".to_owned(), vec![name.clone()])].into()).build();
        let others = self.docker.list_networks(Some(options)).await.map_err(refused("listing networks"))?;
        // The engine looks for names that contain it, and would make a second one of the same.
        if others.iter().any(|network| network.name.as_deref() == Some(&name)) {
            return Err(StackError::Taken { kind: "network", name });
        }
        let mut labels = owner.labels();
        labels.insert("com.docker.compose.network".to_owned(), "default".to_owned());
        let request = NetworkCreateRequest {
            name,
            driver: Some("bridge".to_owned()),
            labels: Some(labels),
            ..NetworkCreateRequest::default()
        };
        self.docker.create_network(request).await.map_err(refused("making the network"))?;
        Ok(())
    }

    /// Makes a volume where it is not there; fails where one of its name is another's.
    pub(in crate::stack) async fn ensure_volume(&self, owner: &Owner, short: &str) -> Result<(), StackError> {
        let name = owner.volume(short);
        let mut labels = owner.labels();
        labels.insert("com.docker.compose.volume".to_owned(), short.to_owned());
        let request =
            VolumeCreateRequest { name: Some(name.clone()), labels: Some(labels), ..VolumeCreateRequest::default() };
        // The engine gives back the one that is there, whosever it is.
        let volume = self.docker.create_volume(request).await.map_err(refused("making a volume"))?;
        if owner.owns(Some(&volume.labels)) { Ok(()) } else { Err(StackError::Taken { kind: "volume", name }) }
    }

    /// Names of the networks that are the stack's own.
    pub(in crate::stack) async fn networks(&self, owner: &Owner) -> Result<Vec<String>, StackError> {
        let options = ListNetworksOptionsBuilder::default().filters(&owner.filters()).build();
        let networks = self.docker.list_networks(Some(options)).await.map_err(refused("listing networks"))?;
        let own = networks.into_iter().filter(|network| owner.owns(network.labels.as_ref()));
        Ok(own.filter_map(|network| network.name).collect())
    }

    /// Names of the volumes that are the stack's own.
    pub(in crate::stack) async fn volumes(&self, owner: &Owner) -> Result<Vec<String>, StackError> {
        let options = ListVolumesOptionsBuilder::default().filters(&owner.filters()).build();
        let volumes = self.docker.list_volumes(Some(options)).await.map_err(refused("listing volumes"))?;
        let own = volumes.volumes.unwrap_or_default().into_iter().filter(|volume| owner.owns(Some(&volume.labels)));
        Ok(own.map(|volume| volume.name).collect())
    }

    /// Removes a network; what the engine said where it could not.
    pub(in crate::stack) async fn remove_network(&self, name: &str) -> Result<(), String> {
        match self.docker.remove_network(name).await {
            Err(error) if status(&error) != Some(404) => Err(told(&error)),
            _ => Ok(()),
        }
    }

    /// Removes a volume; what the engine said where it could not.
    pub(in crate::stack) async fn remove_volume(&self, name: &str) -> Result<(), String> {
        match self.docker.remove_volume(name, None::<RemoveVolumeOptions>).await {
            Err(error) if status(&error) != Some(404) => Err(told(&error)),
            _ => Ok(()),
        }
    }
}
