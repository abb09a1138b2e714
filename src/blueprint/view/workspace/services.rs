//! Where each service listens and keeps its rows, in development.

use crate::spec::Model;

/// The first ports; further services take the next ones.
const GRPC_PORT: usize = 50_051;
const HTTP_PORT: usize = 9_464;

/// A service, as the environment and the demo know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::blueprint::view) struct Service {
    pub kebab: String,
    pub shouty: String,
    /// Each service has a database of its own: none can read what another keeps.
    pub database: String,
    pub grpc_port: usize,
    pub http_port: usize,
}

/// In the order of the spec, so that an id indexes it.
pub(in crate::blueprint::view) fn services(model: &Model) -> Vec<Service> {
    model
        .services
        .iter()
        .enumerate()
        .map(|(index, service)| {
            let names = &service.names.one;
            Service {
                kebab: names.kebab.clone(),
                shouty: names.shouty.clone(),
                database: model.database(service.id),
                grpc_port: GRPC_PORT + index,
                http_port: HTTP_PORT + index,
            }
        })
        .collect()
}
