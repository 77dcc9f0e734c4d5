package io.parlance.admin.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.parlance.core.imports.ImportRow;
import io.parlance.core.imports.ImportRows;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma separated values under a header. Every line is a row and is read by itself: a quote that is never closed costs
 * one row and not the rest of the file.
 */
final class CsvRows implements ImportRows {
    private static final ObjectReader LINE = new CsvMapper().readerForListOf(String.class);

    private final Lines lines;
    private final List<String> header;
    private long number;

    CsvRows(InputStream input) throws IOException {
        this.lines = new Lines(input);
        this.header = readHeader();
    }

    @Override
    public @Nullable ImportRow next() throws IOException {
        var line = lines.next();
        while (line != null && line.fault() == null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        number++;
        return line.fault() == null ? row(line.text()) : unreadable(line.fault());
    }

    private ImportRow row(String text) throws IOException {
        List<String> cells;
        try {
            cells = cells(text);
        } catch (JsonProcessingException e) {
            return unreadable("the line is not well-formed CSV");
        }
        if (cells.size() != header.size()) {
            return unreadable("the line has " + cells.size() + " columns, the header " + header.size());
        }
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            Cells.add(columns, header.get(i), cells.get(i));
        }
        var fault = Cells.fault(columns);
        return fault == null ? ImportRow.of(number, lines.number(), columns) : unreadable(fault);
    }

    private ImportRow unreadable(String fault) {
        return ImportRow.unreadable(number, lines.number(), fault);
    }

    private List<String> readHeader() throws IOException {
        var line = lines.next();
        if (line == null || line.fault() != null || line.text().isBlank()) {
            throw new RejectedException(Reason.INPUT_INVALID, "the file does not begin with a line of column names");
        }
        try {
            var names = cells(line.text()).stream().map(String::strip).toList();
            if (names.stream().distinct().count() < names.size()) {
                throw new RejectedException(Reason.INPUT_INVALID, "two columns have the same name");
            }
            return names;
        } catch (JsonProcessingException e) {
            throw new RejectedException(Reason.INPUT_INVALID, "the line of column names is not well-formed CSV");
        }
    }

    private static List<String> cells(String line) throws IOException {
        return LINE.<List<String>>readValue(line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
