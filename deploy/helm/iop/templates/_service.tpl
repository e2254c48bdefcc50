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

{{/* The database's address and Secret: those of the values, or those that CloudNativePG makes for the cluster of this chart. */}}
{{- define "iop.database" -}}
{{- $own := .root.Values.cloudNativePG.enabled -}}
{{- $values := (get .root.Values.services .name).database -}}
{{- $cluster := include "iop.databaseCluster" . -}}
{{- $ca := get $values "ca" | default dict -}}
{{- if $own -}}
{{- dict
  "url" (printf "jdbc:postgresql://%s-rw:5432/%s?sslmode=verify-full&sslrootcert=/etc/iop/database-ca/ca.crt" $cluster .name)
  "secret" (printf "%s-app" $cluster) "usernameKey" "username" "passwordKey" "password"
  "caSecret" (printf "%s-ca" $cluster) "caKey" "ca.crt" | toJson -}}
{{- else -}}
{{- dict
  "url" $values.url
  "secret" $values.existingSecret "usernameKey" $values.usernameKey "passwordKey" $values.passwordKey
  "caSecret" (get $ca "existingSecret" | default "") "caKey" (get $ca "key" | default "ca.crt") | toJson -}}
{{- end -}}
{{- end }}

{{- define "iop.databaseCluster" -}}
{{- printf "%s-db" (include "iop.fullname" .) -}}
{{- end }}

{{/* Labels of what belongs to the whole release. */}}
{{- define "iop.releaseLabels" -}}
app.kubernetes.io/name: iop
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: iop
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* What every pod of the suite has, and no other. */}}
{{- define "iop.podsOfTheRelease" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: iop
{{- end }}

{{- define "iop.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "iop.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "iop.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if (include "iop.database" . | fromJson).caSecret }}
- name: database-ca
  mountPath: /etc/iop/database-ca
  readOnly: true
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- if get $.root.Values.kafka $store }}
- name: kafka-{{ $store }}
  mountPath: /etc/iop/kafka-{{ $store }}
  readOnly: true
{{- end }}
{{- end }}
{{- end }}

{{- define "iop.volumes" -}}
{{- $database := include "iop.database" . | fromJson -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- if $database.caSecret }}
- name: database-ca
  secret:
    secretName: {{ $database.caSecret }}
    defaultMode: 0440
    items:
      - key: {{ $database.caKey | quote }}
        path: ca.crt
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $.root.Values.kafka $store }}
- name: kafka-{{ $store }}
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 0440
    items:
      - key: {{ .key | quote }}
        path: store.p12
{{- end }}
{{- end }}
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
{{- $database := include "iop.database" . | fromJson -}}
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
{{- if $values.ingress.gateway }}
- name: IOP_FHIR_BASE_PATH
  value: /fhir
{{- end }}
{{- end }}
{{- if eq .name "intake" }}
{{- with $values.notifications }}
{{ include "iop.fromSecret" (dict "variable" "IOP_NOTIFICATIONS_SIGNING_KEY" "secret" .existingSecret "key" (.secretKey | default "signing-key")) }}
{{- end }}
{{- end }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ $values.oidc.authServerUrl | quote }}
{{- with $values.oidc.pages }}
- name: QUARKUS_OIDC_PAGES_TENANT_ENABLED
  value: "true"
- name: QUARKUS_OIDC_PAGES_CLIENT_ID
  value: {{ .clientId | default "iop-pages" | quote }}
{{ include "iop.fromSecret" (dict "variable" "QUARKUS_OIDC_PAGES_CREDENTIALS_SECRET" "secret" .existingSecret "key" (.secretKey | default "client-secret")) }}
{{- end }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $database.url | quote }}
{{ include "iop.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secret" $database.secret "key" $database.usernameKey) }}
{{ include "iop.fromSecret" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secret" $database.secret "key" $database.passwordKey) }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: {{ or (get . "migrates") (not $values.migrations.job) | quote }}
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
{{- /* All services disclose under intake's consents, so with intake's notice and by intake's policy. */}}
{{- $shared := pick $values.services.intake.settings "iop.consent.notice.version" "iop.consent.notice.text" "iop.consent.earlier-elements-accepted" }}
{{- range $property, $text := merge (dict) (get $values.services .name).settings $shared }}
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
