import { fileURLToPath } from 'node:url';

import type { Server } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { Transport, type GrpcOptions } from '@nestjs/microservices';
import { HealthImplementation, protoPath as healthProtoPath } from 'grpc-health-check';

/** What gRPC takes unless it is told otherwise. */
const DEFAULT_MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Nest's transport for protos of our contracts, such as `golden/common/v1/query.proto`, which share one package. */
export function grpcOptions(
  url: string,
  packageName: string,
  protos: readonly string[],
  maxMessageBytes = DEFAULT_MAX_MESSAGE_BYTES,
): GrpcOptions {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('@golden/contracts/proto/root')));
  return {
    transport: Transport.GRPC,
    options: {
      // Not grpc.health.v1: onLoadPackageDefinition adds it, and a method may be added once only.
      package: packageName,
      protoPath: [...protos, healthProtoPath],
      url,
      maxReceiveMessageLength: maxMessageBytes,
      maxSendMessageLength: -1,
      loader: {
        includeDirs: [folder],
        keepCase: false,
        longs: String,
        enums: String,
        defaults: true,
        arrays: true,
        oneofs: true,
      },
      // Nest types both as any.
      onLoadPackageDefinition: (definition: PackageDefinition, server: Server) => {
        new HealthImplementation({ '': 'SERVING' }).addToServer(server);
        new ReflectionService(withoutRepetition(definition)).addToServer(server);
      },
    },
  };
}

/**
 * Every entry of a definition carries the descriptors of all files, and reflection reads them for each again: with forty
 * entities that takes seconds. One entry tells as much.
 */
function withoutRepetition(definition: PackageDefinition): PackageDefinition {
  const told = new Set<unknown>();
  return Object.fromEntries(
    Object.entries(definition).filter(([, { fileDescriptorProtos: files }]) => {
      const isNews = Array.isArray(files) && !told.has(files);
      told.add(files);
      return isNews;
    }),
  );
}
