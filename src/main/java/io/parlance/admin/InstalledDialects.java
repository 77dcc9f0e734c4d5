package io.parlance.admin;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.dialect.ImportType;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialects as words of this API. */
@ApplicationScoped
class InstalledDialects {
    @Inject
    DialectCatalog catalog;

    List<String> names() {
        return catalog.all().stream().map(Dialect::name).toList();
    }

    /** The parameter {@code dialect} of a list; null where there is none. */
    @Nullable
    String named(Query query) {
        var name = query.text("dialect");
        if (name != null && !names().contains(name)) {
            throw InvalidInput.of("dialect", "must be one of " + String.join(", ", names()));
        }
        return name;
    }

    /** The kind of file in the parameters {@code dialect} and {@code type}; both must be there. */
    ImportType importType(Query query) {
        var name = named(query);
        if (name == null) {
            throw InvalidInput.of("dialect", "is required");
        }
        var types = catalog.named(name).map(Dialect::importTypes).orElse(List.of());
        var words = types.stream().map(ImportType::name).collect(Collectors.joining(", "));
        var wanted = String.valueOf(query.text("type"));
        return types.stream()
                .filter(type -> type.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "type", words.isEmpty() ? name + " imports no files" : "must be one of " + words));
    }

    String initialStatus(String name) {
        return catalog.named(name).map(Dialect::initialStatus).orElse("open");
    }

    /** What staff is called in this dialect; refused where only people of the tenant write. */
    String staffAuthorType(String name) {
        return catalog.named(name)
                .map(Dialect::staffAuthorType)
                .orElseThrow(() -> new RejectedException(
                        Reason.CONFLICT, "messages of " + name + " are written by people; use a token of one"));
    }
}
