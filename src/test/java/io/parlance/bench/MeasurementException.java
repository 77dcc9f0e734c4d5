package io.parlance.bench;

/** Something answered wrongly or not at all while it was measured, so that its figures are worth nothing. */
final class MeasurementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MeasurementException(String message) {
        super(message);
    }
}
