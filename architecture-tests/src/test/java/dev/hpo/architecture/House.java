// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What the rules are about: the main classes of all jars but those that JMH generates, and the fixtures, which break every rule.
 *
 * <p>Rules take the root package as an argument, so that the same rule is held against the house and against the
 * fixtures, which mirror its packages.
 */
final class House {

    static final String ROOT = "dev.hpo";
    static final String FIXTURES = "dev.hpo.architecture.fixture";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    static JavaClasses classesOfFixtures() {
        return BROKEN;
    }

    /** Checks a rule over the whole house. No package may be exempt, and a rule without a subject yet holds. */
    static void obeys(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    /** Returns what the rule finds in the fixtures, to prove that it can fail. */
    static List<String> violations(ArchRule rule) {
        List<String> found =
                rule.allowEmptyShould(true).evaluate(BROKEN).getFailureReport().getDetails();
        assertThat(found).as(rule.getDescription()).isNotEmpty();
        return found;
    }

    /** Returns the package below the root that a class is in, for instance {@code sampler}, or an empty text. */
    static String place(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).replaceAll("\\..*", "") : "";
    }

    static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, Complaints> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }

    /** Returns the folder of the whole project. */
    static Path folder() {
        Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return Stream.iterate(here, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve("architecture-tests")))
                .findFirst()
                .orElseThrow();
    }

    /** Takes one sentence for each thing that breaks a rule. */
    interface Complaints {
        void add(String text);
    }
}
