package io.parlance.admin.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.parlance.core.imports.ImportRow;
import io.parlance.core.imports.ImportRows;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Rows that are JSON objects: the elements of one array, or one after the other. Broken syntax ends the file. */
final class JsonRows implements ImportRows {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1_000_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private long number;
    private long line;

    JsonRows(InputStream input) throws IOException {
        this.parser = FACTORY.createParser(input);
    }

    @Override
    public @Nullable ImportRow next() throws IOException {
        try {
            var token = parser.nextToken();
            while ((token == JsonToken.START_ARRAY && isOutermost()) || token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            if (token == null) {
                return null;
            }
            number++;
            line = parser.currentTokenLocation().getLineNr();
            return token == JsonToken.START_OBJECT ? row() : notAnObject();
        } catch (JsonProcessingException e) {
            throw new RejectedException(
                    Reason.BODY_MALFORMED, "line " + parser.currentLocation().getLineNr() + " is not well-formed JSON");
        }
    }

    private boolean isOutermost() {
        return parser.getParsingContext().getParent().inRoot();
    }

    private ImportRow row() throws IOException {
        var columns = new LinkedHashMap<String, String>();
        String nested = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
                nested = name;
            } else if (value != JsonToken.VALUE_NULL) {
                Cells.add(columns, name, parser.getText());
            }
        }
        var fault = nested == null ? Cells.fault(columns) : nested + " must be a text, a number, true or false";
        return fault == null ? ImportRow.of(number, line, columns) : ImportRow.unreadable(number, line, fault);
    }

    private ImportRow notAnObject() throws IOException {
        parser.skipChildren();
        return ImportRow.unreadable(number, line, "the row is no JSON object");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
