package care.iop.progress.relapseprevention;

/** What a person may say pulled at them that day. The suite's own list, begun with hungry, angry, lonely, tired. */
public enum Trigger {
    HUNGRY,
    ANGRY,
    LONELY,
    TIRED,
    STRESSED,
    ANXIOUS,
    SAD,
    BORED,
    IN_PAIN,
    CONFLICT,
    PEOPLE_WHO_USE,
    PLACES_OF_USE,
    MONEY,
    CELEBRATION,
    BAD_NEWS,
    OTHER
}
