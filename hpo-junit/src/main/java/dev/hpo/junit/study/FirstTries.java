// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.ClosedPackage;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.Space;
import dev.hpo.study.StudySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configurations that a test is to try first. */
final class FirstTries {

    private final String asked;
    private final StudySetup setup;
    private final Class<?> testClass;
    private final Space<?> space;

    private FirstTries(String asked, StudySetup setup) {
        this.asked = asked;
        this.setup = setup;
        this.testClass = setup.method().testClass();
        this.space = setup.space();
    }

    /**
     * Returns a study with what a test asks for in its queue, each configuration once.
     *
     * @throws TuningConfigurationException if a file is missing or does not fit the space
     */
    static StudySpec of(StudySpec spec, StudySetup setup) {
        TuningMethod method = setup.method();
        Optional<List<String>> given = setup.settings().tryFirst();
        String asked = given.isPresent() ? Setting.TRY_FIRST.key() : "@TryFirst of " + method.shortName();
        List<String> names = given.or(() -> method.tryFirst().map(declared -> List.of(declared.value())))
                .orElse(List.of());
        FirstTries tries = new FirstTries(asked, setup);
        Set<Configuration> configurations = new LinkedHashSet<>();
        names.forEach(name -> configurations.add(tries.read(name)));
        if (!configurations.isEmpty()) {
            Optional<Configuration> start = start(setup.space());
            start.ifPresent(configurations::remove);
            setup.raised().ifPresent(raised -> tries.requireMembers(raised, configurations.size(), start.isPresent()));
        }
        StudySpec queued = spec;
        for (Configuration configuration : configurations) {
            queued = queued.withQueued(configuration);
        }
        return queued;
    }

    /** What comes after all members have begun would be no part of a population. A panda has a child more for each. */
    private void requireMembers(Raised raised, int configurations, boolean hasStart) {
        int members = raised.plan().size().members();
        int most = hasStart ? members - 1 : members;
        if (!raised.plan().isPanda() && configurations > most) {
            throw new TuningConfigurationException(asked + " (" + configurations + " configurations) must be at most "
                    + most + ", as each is where one of " + members + " members begins"
                    + (hasStart ? ", one of them with the start configuration" : "") + "; name fewer, or take "
                    + (configurations + members - most) + " members with "
                    + setup.settings().option(Setting.MEMBERS)
                    + ", say.");
        }
    }

    /** Returns the start configuration, which is tried anyway. If it cannot be made, the study says so when it opens. */
    private static <T> Optional<Configuration> start(Space<T> space) {
        try {
            return space.initial().map(space::configuration);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Configuration read(String name) {
        try (InputStream bytes = open(name)) {
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
            return ConfigurationProperties.read(space, reader, name);
        } catch (CharacterCodingException e) {
            throw bad(name + " must be in UTF-8; save it so, or write \\u00e4 for \u00e4", e);
        } catch (ConfigurationException e) {
            throw bad(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw bad(name + " must be readable: " + e, e);
        }
    }

    private InputStream open(String name) throws IOException {
        InputStream resource = testClass.getResourceAsStream(name);
        if (resource != null) {
            return resource;
        }
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return Files.newInputStream(file);
            }
            throw new TuningConfigurationException(missing(name));
        } catch (InvalidPathException e) {
            throw new TuningConfigurationException(missing(name), e);
        }
    }

    private String missing(String name) {
        String closed = ClosedPackage.isAround(testClass)
                ? " Its module hides resources as well: "
                        + ClosedPackage.of(testClass).advice() + "."
                : "";
        return asked + " (" + name + ") must be a resource beside " + testClass.getName() + " or a file in "
                + setup.told(Path.of("").toAbsolutePath().toString())
                + "; put it there, or begin it with a slash to name it from the root"
                + " of the class path." + closed;
    }

    private TuningConfigurationException bad(String message, Exception cause) {
        return new TuningConfigurationException(asked + ": " + message, cause);
    }
}
