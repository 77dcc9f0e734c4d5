package io.parlance.core.audit;

import io.parlance.core.access.Caller;

/** Who did it: a person, a program by its credential, or this server itself. */
public record Actor(String type, String id) {
    public static final Actor SYSTEM = new Actor("system", "system");

    static final String USER = "user";
    static final String API_KEY = "api_key";

    public static Actor of(Caller caller) {
        var user = caller.user();
        return user == null
                ? new Actor(API_KEY, caller.credentialId().toString())
                : new Actor(USER, user.id().toString());
    }
}
