// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 3: each foreign library has one place. */
class ForeignLibraryTests {

    /** JavaPoet takes modifiers as the compiler's own, and the element that a file is made for. */
    private static final DescribedPredicate<JavaClass> ASKED_FOR_BY_JAVAPOET =
            belongToAnyOf(Element.class, Modifier.class);

    static Stream<Library> libraries() {
        return Stream.of(
                new Library("JavaPoet", resideInAnyPackage("com.palantir.javapoet.."), List.of("processor.write")),
                new Library(
                        "the compiler's model",
                        resideInAnyPackage("javax.lang.model..", "com.sun.source..")
                                .and(DescribedPredicate.not(ASKED_FOR_BY_JAVAPOET)),
                        List.of("processor", "processor.read")),
                new Library(
                        "the compiler's elements",
                        ASKED_FOR_BY_JAVAPOET,
                        List.of("processor", "processor.read", "processor.write")),
                new Library("JUnit", resideInAnyPackage("org.junit.."), List.of("junit..", "testkit..")),
                new Library("HTTP", resideInAnyPackage("java.net.http.."), List.of("tracking.mlflow..")),
                new Library("JDBC", resideInAnyPackage("java.sql..", "javax.sql.."), List.of("jdbc..")));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryIsUsedOnlyInItsPlace(Library library) {
        House.obeys(library.rule(House.ROOT));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void useInAnotherPlaceIsFound(Library library) {
        assertThat(House.violations(library.rule(House.FIXTURES)))
                .allSatisfy(text -> assertThat(text).contains("ForeignTrial"));
    }

    /** A library and the packages below the root that may use it. */
    record Library(String name, DescribedPredicate<JavaClass> types, List<String> places) {

        ArchRule rule(String root) {
            String[] packages = places.stream().map(place -> root + "." + place).toArray(String[]::new);
            return noClasses().that().resideOutsideOfPackages(packages).should().dependOnClassesThat(types);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
