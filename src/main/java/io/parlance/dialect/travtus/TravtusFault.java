package io.parlance.dialect.travtus;

import io.parlance.core.problem.ExpectedException;

/** A documented refusal of this API that the core has no word for. */
final class TravtusFault extends ExpectedException {
    private static final long serialVersionUID = 1L;

    private final TravtusError error;

    TravtusFault(TravtusError error) {
        super(error.name());
        this.error = error;
    }

    TravtusError error() {
        return error;
    }
}
