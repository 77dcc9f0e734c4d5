package io.parlance.ops.trace;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Finds services in the libraries of the WAR only. Payara has an OpenTelemetry of its own, whose services do not fit the classes
 * of the WAR.
 */
final class OwnServices extends ClassLoader {
    private static final String LIBRARIES = "/WEB-INF/lib/";

    OwnServices(ClassLoader application) {
        super(application);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                .filter(resource -> resource.toString().contains(LIBRARIES))
                .toList());
    }
}
