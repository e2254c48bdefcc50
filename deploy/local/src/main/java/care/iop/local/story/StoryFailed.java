package care.iop.local.story;

/** A step of the story did not end as it should; the message says which, and what was answered. */
public final class StoryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryFailed(String message) {
        super(message);
    }

    StoryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
