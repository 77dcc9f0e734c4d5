package io.parlance.dialect.travtus;

/** The errors that the reference lists with a type, word for word. */
enum TravtusError {
    MISSING_AUTHORIZATION(
            400,
            "missing_authorization",
            "Your request does not include an 'Authorization' header with a bearer token for your account."),
    EXPIRED_TOKEN(
            401,
            "expired_token",
            "The bearer token you have provided in the 'Authorization' header has expired. Please obtain a new one."),
    INVALID_AUTHORIZATION(
            401,
            "invalid_authorization",
            "The bearer token you have provided in the 'Authorization' header is invalid."),
    NO_GROUP(400, "no_group", "You must either provide a group id or group external reference in the request body."),
    /** "units operation" is the reference's own slip; clients may compare the text. */
    BOTH_GROUP_IDENTIFIERS_PROVIDED(
            400,
            "both_group_identifiers_provided",
            "You have provided both a group id and group external reference for the create/update units operation."
                    + " Please only provide one of the two."),
    NO_ACCESS_TO_GROUP(401, "no_access_to_group", "You do not have access to the group you have provided."),
    GROUP_NOT_FOUND(404, "group_not_found", "We could not find a group with the ID you have provided."),
    NO_SEARCH_PARAMETERS(400, "no_search_parameters", "At least one search parameter is required to find communities."),
    COMMUNITY_NOT_FOUND(
            404, "community_not_found", "There are no community records matching the information provided.");

    private final int status;
    private final String type;
    private final String message;

    TravtusError(int status, String type, String message) {
        this.status = status;
        this.type = type;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** The documented body. */
    ErrorBody body() {
        return new ErrorBody(new ErrorBody.Content(type, message));
    }

    /** Envelope of a documented error: {@code {"error": {"type": …, "message": …}}}. */
    record ErrorBody(Content error) {
        record Content(String type, String message) {}
    }
}
