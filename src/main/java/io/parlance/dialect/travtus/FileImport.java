package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.dialect.ImportType;
import io.parlance.core.imports.ImportRow;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupDirectory;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files as the messages they would be on the wire, read by the same rules: a row needs what its message needs there. A
 * text or a subject that is missing is empty, because a file knows no difference.
 */
@ApplicationScoped
class FileImport {
    @Inject
    GroupDirectory groups;

    @Inject
    MessageTranslator translator;

    List<ImportType> types() {
        return Stream.of(FileFormat.values()).<ImportType>map(Type::new).toList();
    }

    private final class Type implements ImportType {
        private final FileFormat format;

        Type(FileFormat format) {
            this.format = format;
        }

        @Override
        public String name() {
            return format.type();
        }

        @Override
        public MessageDraft translate(ImportRow row, UUID tenantId, @Nullable Group group) {
            var columns = row.columns();
            try {
                var draft = translator.translate(body(columns), group(columns, tenantId, group), false);
                return withExtras(draft, columns);
            } catch (FieldErrors.InvalidFields invalid) {
                throw refused(reason(invalid.body()));
            }
        }

        private ObjectNode body(Map<String, String> columns) {
            var body = JsonNodeFactory.instance.objectNode().put("channel", format.channel());
            Stream.of("message_direction", "first_name", "last_name")
                    .filter(columns::containsKey)
                    .forEach(name -> body.put(name, columns.get(name)));
            var object = body.putObject(format.channel());
            format.fields().forEach((column, field) -> {
                if (columns.containsKey(column)) {
                    object.put(field, columns.get(column));
                } else if (field.equals("text") || field.equals("subject")) {
                    object.put(field, "");
                }
            });
            if (format == FileFormat.CHAT) {
                object.put("name", fullName(columns));
            }
            return body;
        }

        private MessageDraft withExtras(MessageDraft draft, Map<String, String> columns) {
            if (format.extras().stream().noneMatch(columns::containsKey)) {
                return draft;
            }
            var attributes = (ObjectNode) Json.read(draft.attributes().getBytes(StandardCharsets.UTF_8));
            format.extras().stream()
                    .filter(columns::containsKey)
                    .forEach(extra -> attributes.put(extra, columns.get(extra)));
            return draft.attributes(Json.write(attributes));
        }

        /** Says the same as the wire would, by the names of the columns. */
        private String reason(Map<String, Object> errors) {
            var byColumn = new TreeMap<String, Object>();
            errors.forEach((field, error) -> {
                if (error instanceof Map<?, ?> nested) {
                    nested.forEach((name, text) -> byColumn.put(format.column(String.valueOf(name)), text));
                } else {
                    byColumn.put(field, error);
                }
            });
            return byColumn.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(" "));
        }
    }

    private Group group(Map<String, String> columns, UUID tenantId, @Nullable Group otherwise) {
        var named = Optional.ofNullable(columns.get(FileFormat.GROUP));
        if (named.isEmpty() && otherwise != null) {
            return otherwise;
        }
        var id = named.orElseThrow(() -> refused(FileFormat.GROUP + ": " + FieldErrors.REQUIRED));
        return groups.findByIdOrAlias(tenantId, id)
                .or(() -> groups.findByExternalRef(tenantId, id))
                .orElseThrow(() -> refused(FileFormat.GROUP + ": no group has this id."));
    }

    private static String fullName(Map<String, String> columns) {
        return Stream.of("first_name", "last_name")
                .filter(columns::containsKey)
                .map(columns::get)
                .collect(Collectors.joining(" "));
    }

    private static String text(Object errors) {
        return errors instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : String.valueOf(errors);
    }

    private static RejectedException refused(String reason) {
        return new RejectedException(Reason.INPUT_INVALID, reason);
    }
}
