package com.cedarpolicy.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryLoaderTest {
    private static final String NAME = LibraryLoader.class.getName();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "Linux,      amd64,   /jne/linux/x86_64/libcedar_java_ffi.so",
        "Linux,      aarch64, /jne/linux/aarch64/libcedar_java_ffi.so",
        "Mac OS X,   x86_64,  /jne/macos/x86_64/libcedar_java_ffi.dylib",
        "Mac OS X,   aarch64, /jne/macos/aarch64/libcedar_java_ffi.dylib",
        "Windows 11, amd64,   /jne/windows/x86_64/cedar_java_ffi.dll",
    })
    void findsTheLibraryOfEachPlatform(String os, String arch, String resource) {
        assertThat(LibraryLoader.resource(os, arch)).isEqualTo(resource);
        assertThat(LibraryLoader.class.getResource(resource)).isNotNull();
    }

    @Test
    void loadsACopyForEachDeploymentAndLeavesNoFile() throws Exception {
        for (int deployment = 0; deployment < 2; deployment++) {
            try (var loader = new OfItsOwn()) {
                load(loader, directory);
            }
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void failsWhereItCannotUnpack() throws Exception {
        try (var loader = new OfItsOwn()) {
            assertThatThrownBy(() -> load(loader, directory.resolve("missing")))
                    .hasCauseInstanceOf(UncheckedIOException.class);
        }
    }

    private static void load(ClassLoader deployment, Path directory) throws ReflectiveOperationException {
        deployment.loadClass(NAME).getMethod("loadLibrary", Path.class).invoke(null, directory);
    }

    /** Has a loader class of its own, as a deployment has. */
    private static final class OfItsOwn extends URLClassLoader {
        OfItsOwn() {
            super(
                    new URL[] {
                        LibraryLoader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    LibraryLoaderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(NAME) ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
