package com.cedarpolicy.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the loader of cedar-java, which cannot read out of WildFly's deployments: {@code WEB-INF/classes} comes before
 * {@code WEB-INF/lib}. Each deployment unpacks a copy of its own, so that several and redeployed ones work in one JVM, and
 * removes the file as soon as it is loaded.
 */
@NullMarked
public final class LibraryLoader {
    private static final String NAME = "cedar_java_ffi";

    private static boolean loaded;

    private LibraryLoader() {}

    /** What the classes of cedar-java call. */
    public static void loadLibrary() {
        loadLibrary(null);
    }

    /** Loads the library unless it is; unpacked in this directory, or in that for temporary files. */
    public static synchronized void loadLibrary(@Nullable Path directory) {
        if (loaded) {
            return;
        }
        var resource = resource(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try (var library = LibraryLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new UnsatisfiedLinkError("there is no native Cedar library " + resource);
            }
            load(library, directory, resource.substring(resource.lastIndexOf('.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loaded = true;
    }

    private static void load(InputStream library, @Nullable Path directory, String suffix) throws IOException {
        var copy = directory == null
                ? Files.createTempFile("parlance-cedar-", suffix)
                : Files.createTempFile(directory, "parlance-cedar-", suffix);
        try {
            Files.write(copy, library.readAllBytes());
            System.load(copy.toAbsolutePath().toString());
        } finally {
            if (!copy.toFile().delete()) { // Windows keeps a library that is in use
                copy.toFile().deleteOnExit();
            }
        }
    }

    static String resource(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arch = osArch.equals("amd64") ? "x86_64" : osArch;
        if (os.startsWith("mac")) {
            return "/jne/macos/" + arch + "/lib" + NAME + ".dylib";
        }
        return os.startsWith("windows")
                ? "/jne/windows/" + arch + "/" + NAME + ".dll"
                : "/jne/" + os + "/" + arch + "/lib" + NAME + ".so";
    }
}
