package care.iop.progress.metrics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The metrics that are offered. */
@Schema(name = "MetricCode")
enum MetricCode {
    ACCESS_TIME,
    INITIATION_AND_ENGAGEMENT,
    ATTENDANCE,
    RETENTION_30,
    RETENTION_60,
    RETENTION_90,
    DISPOSITION,
    LENGTH_OF_STAY,
    ABSTINENCE_AT_ADMISSION,
    ABSTINENCE_AT_DISCHARGE,
    ABSTINENCE_30,
    ABSTINENCE_90,
    ABSTINENCE_180,
    ABSTINENCE_365,
    RELIABLE_CHANGE_PHQ_9,
    RELIABLE_CHANGE_GAD_7,
    RELIABLE_CHANGE_PCL_5,
    HOMEWORK_ADHERENCE,
    MEETING_ADHERENCE,
    CASELOAD
}
