{{/* The image of a unit: list . NAME. Those that the workspace builds come from the registry of the values. */}}
{{- define "image" -}}
{{- $root := index . 0 -}}
{{- $unit := index $root.Values.units (index . 1) -}}
{{- if and $unit.built $root.Values.images.registry }}{{ $root.Values.images.registry }}/{{ end -}}
{{- $unit.image }}:{{ $unit.tag }}{{ with $unit.digest }}@{{ . }}{{ end -}}
{{- end }}

{{/* The host of a unit: list . NAME. */}}
{{- define "host" -}}
{{- $root := index . 0 -}}
{{- $unit := index $root.Values.units (index . 1) -}}
{{- with $unit.subdomain }}{{ . }}.{{ end }}{{ $root.Values.domain -}}
{{- end }}

{{/* Where people reach a unit: list . NAME. */}}
{{- define "address" -}}
{{- $root := index . 0 -}}
{{- if $root.Values.ingress.tls }}https{{ else }}http{{ end }}://{{ include "host" . -}}
{{- end }}

{{/* The class of storage, as JSON; without one, the cluster's default. */}}
{{- define "storageClass" -}}
{{- if .Values.storage.class }}{{ toJson .Values.storage.class }}{{ else }}null{{ end -}}
{{- end }}
