package io.parlance.run;

import java.nio.file.Path;

/** Where the build keeps what is started; Maven passes the places as system properties, an IDE needs none. */
public final class BuildFiles {
    private BuildFiles() {}

    /** The root of the checkout. */
    public static Path project() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    public static Path target() {
        return project().resolve("target");
    }

    public static Path war() {
        return target().resolve("parlance.war");
    }

    public static Path payaraMicro() {
        return property("parlance.payara.jar", target().resolve("payara-micro.jar"));
    }

    /** The unpacked distribution; {@code mvn -Pwildfly} puts it there. */
    public static Path wildFly() {
        return property("parlance.wildfly.home", target().resolve("wildfly"));
    }

    /** The unpacked distribution; {@code mvn -Ppayara-server} puts it there. */
    public static Path payaraServer() {
        return property("parlance.payara-server.home", target().resolve("payara6"));
    }

    /** The server and the WAR in one file; {@code mvn -Pbundle} makes it. */
    public static Path bundle() {
        return target().resolve("parlance-micro.jar");
    }

    public static Path serverConfig() {
        return project().resolve("server-config");
    }

    private static Path property(String name, Path otherwise) {
        var value = System.getProperty(name);
        return value == null || value.isBlank() ? otherwise : project().resolve(value);
    }
}
