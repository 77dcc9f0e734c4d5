package io.parlance.bench.floor;

import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import io.parlance.rest.JsonWire;
import io.parlance.run.BuildFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR that stores nothing: a resource with CDI that looks its token up, the product's JSON with its libraries, and the
 * product's descriptors.
 */
public final class FloorWar {
    private FloorWar() {}

    /** Writes it into the directory. */
    public static Path in(Path directory) {
        var file = directory.resolve("floor.war");
        var archive = ShrinkWrap.create(WebArchive.class)
                .addClasses(FloorApplication.class, FloorResource.class, FloorResource.Answer.class, FloorTokens.class)
                .addClasses(JsonWire.class, Json.class)
                .addClass("io.parlance.rest.StorableText") // what Json needs
                .addPackage(RejectedException.class.getPackage())
                .addAsLibraries(jackson())
                .addAsWebInfResource(descriptor("beans.xml"), "beans.xml")
                .addAsWebInfResource(descriptor("glassfish-web.xml"), "glassfish-web.xml")
                .addAsWebInfResource(descriptor("jboss-web.xml"), "jboss-web.xml")
                .addAsWebInfResource(descriptor("jboss-deployment-structure.xml"), "jboss-deployment-structure.xml");
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static File[] jackson() {
        var libraries =
                BuildFiles.target().resolve("parlance/WEB-INF/lib").toFile().listFiles();
        if (libraries == null) {
            throw new IllegalStateException("build the WAR first: mvn package");
        }
        return Arrays.stream(libraries)
                .filter(library -> library.getName().matches("(jackson|jspecify).*"))
                .toArray(File[]::new);
    }

    private static File descriptor(String name) {
        return BuildFiles.project().resolve("webapp/WEB-INF").resolve(name).toFile();
    }
}
