package care.iop.intake.screening;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Score;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps values as JSON with a mapper of its own: what is stored must not change when the API's way of writing JSON does. */
abstract class StoredJson<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<T> type;

    StoredJson(Class<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("can't write " + type.getSimpleName(), e);
        }
    }

    @Override
    public T convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("can't read a stored " + type.getSimpleName(), e);
        }
    }

    @Converter
    static final class OfAnswers extends StoredJson<Answers> {
        OfAnswers() {
            super(Answers.class);
        }
    }

    @Converter
    static final class OfScore extends StoredJson<Score> {
        OfScore() {
            super(Score.class);
        }
    }
}
