package io.parlance.admin;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Problem;
import java.util.List;

/** Some members of a body, or parameters of a query, are not as documented; it names all of them. */
final class InvalidInput extends RejectedException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Invalid> errors;

    InvalidInput(List<Problem.Invalid> errors) {
        super(Reason.INPUT_INVALID, "the request is not as documented: see errors");
        this.errors = List.copyOf(errors);
    }

    static InvalidInput of(String field, String detail) {
        return new InvalidInput(List.of(new Problem.Invalid(field, detail)));
    }

    List<Problem.Invalid> errors() {
        return errors;
    }
}
