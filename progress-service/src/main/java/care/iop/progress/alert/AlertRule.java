package care.iop.progress.alert;

import com.fasterxml.jackson.annotation.JsonValue;

/** The rules that raise alerts, each with the identifier under which the clinic's policy lists it. */
public enum AlertRule {
    /** Thoughts of being better off dead or of self-harm, from item 9 of PHQ-9, at any total. Only a human ends it. */
    AL_SUI_1("AL-SUI-1"),
    /** Risk of suicide by the Columbia screener. Only a human ends it. */
    AL_SUI_2("AL-SUI-2"),
    /** Somebody says that they are not safe now. Only a human ends it. */
    AL_SUI_3("AL-SUI-3"),
    /** Strong, rising or lasting craving. */
    AL_CRV("AL-CRV"),
    /** Low or falling mood. */
    AL_MOOD("AL-MOOD"),
    /** Reported use; never a punishment. */
    AL_USE("AL-USE"),
    /** Scores that got worse by more than chance. */
    AL_DET("AL-DET"),
    /** Missed sessions and hours. */
    AL_ATT("AL-ATT"),
    /** Nothing heard of a person. */
    AL_SIL("AL-SIL"),
    /** Signs of withdrawal from alcohol or opioids. */
    AL_WD("AL-WD"),
    /** A warning sign of the person's own relapse-prevention plan. */
    AL_RPP("AL-RPP");

    private final String id;

    AlertRule(String id) {
        this.id = id;
    }

    /** The identifier in the API, in events and in the policy. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether it is about suicide: help is shown at once, and nothing but a human ends it. */
    public boolean isAboutSuicide() {
        return id.startsWith("AL-SUI");
    }

    @Override
    public String toString() {
        return id;
    }
}
