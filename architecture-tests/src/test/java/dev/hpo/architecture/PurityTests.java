// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.hpo.numeric.Purpose;
import dev.hpo.numeric.SplitMix;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 2: samplers, pruners, their models, analysis and numeric are functions; time and randomness come in as arguments. */
class PurityTests {

    /** Methods that read a clock, the environment or a source of randomness that nobody passed in. */
    private static final Set<String> IMPURE_METHODS = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getLogger",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.identityHashCode",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle(java.util.List)",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    @Test
    void functionsReachNothingOutside() {
        House.obeys(types(House.ROOT));
        House.obeys(calls(House.ROOT));
    }

    @Test
    void functionsKeepNoState() {
        House.obeys(state(House.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Thread", "java.nio.file.Files", "java.util.logging.Logger", "java.time.Clock"})
    void typesFromOutsideAreFound(String type) {
        assertThat(House.violations(types(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("ImpureSampler").contains(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.random()",
                "System.nanoTime()",
                "System.getProperty(java.lang.String)",
                "Random.<init>()",
                "Instant.now()",
                "List.parallelStream()",
                "UUID.randomUUID()"
            })
    void callsToTheOutsideAreFound(String call) {
        assertThat(House.violations(calls(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("ImpureSampler").contains(call));
    }

    @Test
    void seededGeneratorsAreAllowed() {
        assertThat(House.violations(calls(House.FIXTURES)))
                .noneSatisfy(text -> assertThat(text).contains("Random.<init>(long)"));
    }

    @Test
    void stateIsFound() {
        assertThat(House.violations(state(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("ImpureSampler.calls"));
    }

    @Test
    void studiesDrawForAPurpose() {
        House.obeys(streams(House.ROOT));
    }

    @Test
    void streamsWithoutAPurposeAreFound() {
        assertThat(House.violations(streams(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("ImpureSampler").contains("SplitMix"));
    }

    private static String[] pure(String root) {
        return List.of("encoding", "forest", "gp", "curves", "sampler", "pruner", "population", "analysis", "numeric")
                .stream()
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
    }

    private static ArchRule types(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(pure(root))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.util.logging..",
                                "java.util.prefs..",
                                "org.slf4j..",
                                "org.apache.logging..",
                                "org.apache.commons.logging..")
                        .or(belongToAnyOf(
                                File.class,
                                Clock.class,
                                Thread.class,
                                ThreadLocal.class,
                                ThreadLocalRandom.class,
                                TimerTask.class,
                                Executors.class,
                                CompletableFuture.class,
                                System.Logger.class))
                        .or(JavaClass.Predicates.assignableTo(Executor.class))
                        .or(JavaClass.Predicates.assignableTo(ForkJoinTask.class)));
    }

    /** Two uses of a seed are kept apart by {@link Purpose} alone. */
    private static ArchRule streams(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".sampler..",
                        root + ".pruner..",
                        root + ".curves..",
                        root + ".gp..",
                        root + ".forest..",
                        root + ".analysis..",
                        root + ".study..",
                        root + ".junit..")
                .should()
                .dependOnClassesThat(belongToAnyOf(SplitMix.class));
    }

    private static ArchRule calls(String root) {
        return noClasses().that().resideInAnyPackage(pure(root)).should().accessTargetWhere(impure());
    }

    private static DescribedPredicate<JavaAccess<?>> impure() {
        return describe("reads a clock, the environment, a thread pool or static randomness", access -> {
            AccessTarget target = access.getTarget();
            String name = target.getOwner().getName() + "." + target.getName();
            return IMPURE_METHODS.contains(name)
                    || IMPURE_METHODS.contains(target.getFullName())
                    || (name.startsWith("java.time.") && name.endsWith(".now"))
                    || target.getName().equals("parallelStream")
                    || (target.getName().equals("parallel") && name.startsWith("java.util.stream."))
                    || isUnseeded(target);
        });
    }

    /** A generator that is made without an argument seeds itself from the clock. */
    private static boolean isUnseeded(AccessTarget target) {
        String owner = target.getOwner().getName();
        return target.getFullName().endsWith(".<init>()")
                && (owner.matches("java\\.(util|security)\\.(\\w*Random)")
                        || owner.startsWith("org.apache.commons.math3.random."));
    }

    private static ArchRule state(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(pure(root))
                .and()
                .areStatic()
                .should()
                .beFinal();
    }
}
