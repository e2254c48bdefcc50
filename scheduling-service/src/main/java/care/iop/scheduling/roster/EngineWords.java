package care.iop.scheduling.roster;

import care.iop.scheduling.enrollment.Gender;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.RoomType;
import org.jspecify.annotations.Nullable;

/** Says in the engine's words what the features of this service say in theirs. */
final class EngineWords {

    private EngineWords() {}

    static Credential of(care.iop.scheduling.clinician.Credential credential) {
        return switch (credential) {
            case THERAPIST -> Credential.THERAPIST;
            case GROUP -> Credential.GROUP;
            case FAMILY -> Credential.FAMILY;
            case VOC -> Credential.VOCATIONAL;
            case MED -> Credential.MEDICATION;
        };
    }

    static Modality of(care.iop.scheduling.clinician.Modality modality) {
        return switch (modality) {
            case CBT -> Modality.CBT;
            case MI -> Modality.MI;
            case DBT -> Modality.DBT;
            case TRAUMA -> Modality.TRAUMA_INFORMED;
        };
    }

    static GroupGender of(care.iop.scheduling.session.GroupGender gender) {
        return switch (gender) {
            case ANY -> GroupGender.ANY;
            case F -> GroupGender.FEMALE;
            case M -> GroupGender.MALE;
        };
    }

    static RoomType of(care.iop.scheduling.room.RoomType type) {
        return switch (type) {
            case GROUP -> RoomType.GROUP;
            case OFFICE -> RoomType.OFFICE;
        };
    }

    /** Whose gender is not known fits mixed groups only, as one who states another. */
    static care.iop.scheduling.roster.engine.problem.Gender of(@Nullable Gender gender) {
        if (gender == null) {
            return care.iop.scheduling.roster.engine.problem.Gender.OTHER;
        }
        return switch (gender) {
            case F -> care.iop.scheduling.roster.engine.problem.Gender.FEMALE;
            case M -> care.iop.scheduling.roster.engine.problem.Gender.MALE;
            case X -> care.iop.scheduling.roster.engine.problem.Gender.OTHER;
        };
    }

    static care.iop.scheduling.roster.engine.problem.SessionKind of(SessionKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> care.iop.scheduling.roster.engine.problem.SessionKind.INDIVIDUAL;
            case FAMILY -> care.iop.scheduling.roster.engine.problem.SessionKind.FAMILY;
            case VOCATIONAL -> care.iop.scheduling.roster.engine.problem.SessionKind.VOCATIONAL;
            case MEDICATION -> care.iop.scheduling.roster.engine.problem.SessionKind.MEDICATION;
            case GROUP, SKILLS, CHECK_IN ->
                throw new IllegalArgumentException(kind + " is not placed for one client alone");
        };
    }
}
