package care.iop.progress.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Writes episodes as a file: the same columns, named alike, in each form. */
enum EpisodeFile {

    /** By columns, with their types: Apache Parquet, compressed with Zstandard. */
    PARQUET("application/vnd.apache.parquet", "parquet") {
        @Override
        byte[] write(List<EpisodeRow> rows) {
            var bytes = new ByteArrayOutputStream();
            try (var writer = new CarpetWriter.Builder<>(bytes, EpisodeRow.class)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                    .build()) {
                writer.write(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    },

    /** By rows: CSV (RFC 4180) with a line of column names; what is not known is empty. */
    CSV("text/csv", "csv") {
        @Override
        byte[] write(List<EpisodeRow> rows) {
            try {
                return MAPPER.writer(MAPPER.schemaFor(EpisodeRow.class).withHeader())
                        .writeValueAsString(rows)
                        .getBytes(StandardCharsets.UTF_8);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final String mediaType;
    private final String ending;

    EpisodeFile(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends, without the dot. */
    String ending() {
        return ending;
    }

    abstract byte[] write(List<EpisodeRow> rows);
}
