{{/*
Every template below takes the dict (root, name): the chart's own context, and intake, scheduling or progress.
*/}}

{{/* The ports that the services' own configuration and images name. */}}
{{- define "iop.ports" -}}
{{- get (dict
  "intake" (dict "http" 8081 "management" 9081)
  "scheduling" (dict "http" 8082 "management" 9082)
  "progress" (dict "http" 8083 "management" 9083)) .name | toJson -}}
{{- end }}

{{/* A release name may be 53 characters long, a Service's name 63. */}}
{{- define "iop.fullname" -}}
{{- printf "%s-%s" (.root.Release.Name | trunc 52 | trimSuffix "-") .name -}}
{{- end }}

{{- define "iop.selector" -}}
app.kubernetes.io/name: {{ .name }}-service
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "iop.labels" -}}
{{ include "iop.selector" . }}
app.kubernetes.io/part-of: iop
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "iop.image" -}}
{{- $digest := (get .root.Values.services .name).digest -}}
{{- with .root.Values.image.registry }}{{ . }}/{{ end }}iop/{{ .name }}-service
{{- if $digest }}@{{ $digest }}{{ else }}:{{ .root.Values.image.tag }}{{ end }}
{{- end }}

{{/* An environment variable from a key of a Secret that exists: the dict (variable, secret, key). */}}
{{- define "iop.fromSecret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key | quote }}
{{- end }}

{{- define "iop.environment" -}}
{{- $values := .root.Values -}}
{{- $database := (get $values.services .name).database -}}
{{- $ports := include "iop.ports" . | fromJson -}}
- name: QUARKUS_PROFILE
  value: prod
- name: QUARKUS_HTTP_PORT
  value: {{ $ports.http | quote }}
- name: QUARKUS_MANAGEMENT_PORT
  value: {{ $ports.management | quote }}
{{- if $values.ingress.enabled }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ $values.ingress.trustedProxies | join "," | quote }}
{{- end }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ $values.oidc.authServerUrl | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $database.url | quote }}
{{ include "iop.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secret" $database.existingSecret "key" $database.usernameKey) }}
{{ include "iop.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secret" $database.existingSecret "key" $database.passwordKey) }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $values.kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $values.kafka.securityProtocol }}
{{- if eq $values.kafka.securityProtocol "SASL_SSL" }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $values.kafka.sasl.mechanism }}
{{ include "iop.fromSecret" (dict "variable" "KAFKA_SASL_JAAS_CONFIG" "secret" $values.kafka.sasl.existingSecret "key" $values.kafka.sasl.jaasConfigKey) }}
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $values.kafka $store }}
- name: KAFKA_SSL_{{ upper $store }}_TYPE
  value: PKCS12
- name: KAFKA_SSL_{{ upper $store }}_LOCATION
  value: /etc/iop/kafka-{{ $store }}/store.p12
{{ include "iop.fromSecret" (dict "variable" (printf "KAFKA_SSL_%s_PASSWORD" (upper $store)) "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- range $property, $text := (get $values.services .name).settings }}
- name: {{ regexReplaceAll "[^A-Za-z0-9]" $property "_" | upper }}
  value: {{ $text | replace "$(" "$$(" | quote }}
{{- end }}
{{- end }}

{{/* Failures are counted apart: a slow start (migrations, a database that isn't there yet) has three minutes. */}}
{{- define "iop.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: management
  periodSeconds: 3
  timeoutSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: management
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: management
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}
