package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import io.parlance.dialect.jitsudo.policy.CedarTokens.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy texts. What is wrong with one is told in the engine's words, at the place in the text that was given; a text that
 * could hurt the engine never gets there.
 */
@ApplicationScoped
public class PolicyParser {
    private static final String ID = "rule";
    private static final List<String> TALK_ABOUT_ID =
            List.of("failed to parse policy with id `" + ID + "` from string: ", "for policy `" + ID + "`, ");

    @Inject
    CedarLibrary library;

    @Inject
    CedarThread thread;

    /** Reads a text of exactly one statement. */
    public ParsedRule parse(String text) {
        var statement = Statement.single(text);
        try {
            return parse(statement);
        } catch (BadPolicyException e) {
            throw e.behind(statement.offset());
        }
    }

    /** Reads a text of any number of statements. */
    public List<ParsedRule> parseAll(String text) {
        var statements = Statement.split(text);
        if (statements.isEmpty()) {
            throw new BadPolicyException("there is no statement", 0);
        }
        return statements.stream()
                .map(statement -> {
                    try {
                        return parse(statement);
                    } catch (BadPolicyException e) {
                        throw e.behind(statement.offset());
                    }
                })
                .toList();
    }

    private ParsedRule parse(Statement statement) {
        var text = statement.text();
        var tokens = PolicyGuard.check(text);
        var schema = PolicySchema.of(text, tokens);
        library.require();
        return thread.call(() -> {
            var engine = new BasicAuthorizationEngine();
            var set = new PolicySet(Set.of(new Policy(text, ID)));
            firstError(engine.validate(new ValidationRequest(schema, set))).ifPresent(error -> {
                throw complaint(text, error);
            });
            return takeApart(text, tokens);
        });
    }

    /** The engine says more of a head than of a whole rule: the conditions of one can be too deep to be told as JSON. */
    private static ParsedRule takeApart(String text, List<Token> tokens) throws AuthException {
        int headEnd = RuleHead.end(text, tokens);
        var head = RuleHead.read(new Policy(text.substring(0, headEnd) + ";", ID).toJson());
        var conditions = text.substring(headEnd, text.lastIndexOf(';')).strip();
        return new ParsedRule(text, head.structure(conditions.isEmpty() ? null : conditions), head.notice());
    }

    private static Optional<DetailedError> firstError(ValidationResponse response) {
        var invalid = response.success.stream()
                .flatMap(success -> success.validationErrors.stream())
                .map(ValidationResponse.ValidationError::getError);
        return Stream.concat(response.errors.stream().flatMap(List::stream), invalid)
                .findFirst();
    }

    private static BadPolicyException complaint(String text, DetailedError error) {
        var places = error.sourceLocations;
        var label = places.isEmpty() ? null : places.get(0).label.orElse(null);
        int offset = places.isEmpty() ? 0 : TextPlace.characterAt(text, places.get(0).start);
        var words = error.message + more(", ", label) + more("; ", error.help.orElse(null));
        for (var talk : TALK_ABOUT_ID) {
            words = words.replace(talk, "");
        }
        return new BadPolicyException(words, offset);
    }

    private static String more(String before, @Nullable String words) {
        return words == null || words.isEmpty() ? "" : before + words;
    }
}
