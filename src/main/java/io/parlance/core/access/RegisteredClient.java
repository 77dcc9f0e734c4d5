package io.parlance.core.access;

import io.parlance.core.tenant.Application;

/** A client of OAuth 2.0 with the application it belongs to. */
public record RegisteredClient(Credential credential, Application application) {}
