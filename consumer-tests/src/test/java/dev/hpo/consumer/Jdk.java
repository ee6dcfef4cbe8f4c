// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK to run consumers on. */
record Jdk(int version, Path home) {

    private static final int NEWEST = 25;

    /** Returns the JDK that runs this. */
    static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** Returns the JDK that runs this and, where the environment names it, the newest supported one. */
    static Stream<Jdk> all() {
        return Stream.concat(
                Stream.of(running()),
                newest().filter(jdk -> jdk.version() != running().version()).stream());
    }

    private static Optional<Jdk> newest() {
        return Optional.ofNullable(System.getenv("JAVA_HOME_" + NEWEST))
                .map(home -> new Jdk(NEWEST, Path.of(home)))
                .filter(jdk -> Files.isExecutable(jdk.java()));
    }

    Path java() {
        return home.resolve("bin/java");
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
