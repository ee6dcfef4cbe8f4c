// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.hpo.architecture.House.Complaints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 1: data flows one way, so packages have an order, and none has a cycle. */
class PackageOrderTests {

    private static final Set<String> DATA = Set.of("annotations", "numeric", "space", "trial");
    /** What is predicted of trials, for whoever chooses or stops them. */
    private static final Set<String> MODELS = with(DATA, "encoding", "forest", "gp", "curves");

    /** What a study brings together. */
    private static final Set<String> STUDIES =
            with(MODELS, "sampler", "pruner", "population", "storage", "analysis", "report");

    private static final Set<String> ENGINE = Set.of(
            "annotations",
            "numeric",
            "space",
            "trial",
            "encoding",
            "forest",
            "gp",
            "curves",
            "sampler",
            "pruner",
            "population",
            "storage",
            "analysis",
            "report",
            "tracking",
            "study",
            "confirm",
            "accept",
            "retest");

    /** The benchmarks share the formulas of test functions with the test kit. */
    private static final Set<String> BENCHED = with(ENGINE, "testkit");

    /** For each package below the root, the others that it may use. A new package gets its place here first. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("annotations", Set.of()),
            Map.entry("numeric", Set.of()),
            Map.entry("space", Set.of("annotations", "numeric")),
            Map.entry("trial", Set.of("annotations", "numeric", "space")),
            Map.entry("encoding", DATA),
            Map.entry("forest", with(DATA, "encoding")),
            Map.entry("gp", with(DATA, "encoding")),
            Map.entry("curves", with(DATA, "encoding", "gp")),
            Map.entry("sampler", MODELS),
            Map.entry("pruner", MODELS),
            Map.entry("population", with(MODELS, "sampler")),
            Map.entry("storage", DATA),
            Map.entry("analysis", with(DATA, "encoding", "forest", "curves")),
            Map.entry("report", Set.of("annotations", "numeric", "space", "trial", "analysis")),
            Map.entry("tracking", Set.of("annotations", "numeric", "space", "trial", "report")),
            Map.entry("study", STUDIES),
            Map.entry("confirm", with(STUDIES, "study")),
            Map.entry("accept", with(STUDIES, "study", "confirm")),
            Map.entry("retest", with(STUDIES, "study", "confirm", "accept")),
            Map.entry("processor", Set.of("annotations", "space")),
            Map.entry("testkit", without(ENGINE, "tracking")),
            Map.entry("junit", ENGINE),
            Map.entry("benchmarks", BENCHED));

    /** The rooms of hpo-junit from the bottom up: each may use those before it, and the annotations, which use none. */
    private static final List<String> ROOMS =
            List.of("", "setting", "launch", "declaration", "invocation", "study", "kept", "door");

    /** The inside of packages: what each inner package may be used by, besides itself. */
    private static final Map<String, Set<String>> USED_BY = Map.of(
            "storage.journal", Set.of("storage"),
            "storage.journal.lock", Set.of("storage", "storage.journal"),
            "storage.journal.line", Set.of("storage", "storage.journal"));

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> some, String one) {
        return some.stream().filter(name -> !name.equals(one)).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void packagesUseOnlyWhatIsBeforeThem() {
        House.obeys(order(House.ROOT));
    }

    @Test
    void insideOfAPackageIsUsedByItAlone() {
        House.obeys(inside(House.ROOT));
    }

    @Test
    void usesOfAnInsideAreFound() {
        assertThat(House.violations(inside(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("study may not use storage.journal"))
                .anySatisfy(text -> assertThat(text).contains("storage.journal.line may not use storage.journal"));
    }

    @Test
    void noPackageIsInACycle() {
        House.obeys(cycles(House.ROOT));
    }

    @Test
    void roomsOfTheJUnitModuleUseOnlyLowerOnes() {
        House.obeys(rooms(House.ROOT));
    }

    @Test
    void usesOfAHigherRoomAreFound() {
        assertThat(House.violations(rooms(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("junit.launch may not use junit.study"))
                .anySatisfy(text -> assertThat(text).contains("junit may not use junit.setting"))
                .anySatisfy(text -> assertThat(text).contains("junit.attic has no place among the rooms"))
                .noneSatisfy(text -> assertThat(text).contains("junit.study may not use"));
    }

    @Test
    void usesOfALaterPackageAreFound() {
        assertThat(House.violations(order(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("sampler may not use pruner"))
                .anySatisfy(text -> assertThat(text).contains("numeric may not use trial"))
                .anySatisfy(text -> assertThat(text).contains("newcomer has no place in the order"));
    }

    @Test
    void cyclesAreFound() {
        assertThat(House.violations(cycles(House.FIXTURES))).anySatisfy(text -> assertThat(text)
                .contains("Cycle detected")
                .contains("processor.read")
                .contains("processor.model"));
    }

    private static ArchRule order(String root) {
        return classes()
                .should(House.condition(
                        "use only earlier packages", (type, complaints) -> check(type, root, complaints)));
    }

    private static ArchRule inside(String root) {
        return classes().should(House.condition("leave the inside of other packages alone", (type, complaints) -> {
            String from = below(type, root);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = below(dependency.getTargetClass(), root);
                if (!to.equals(from)
                        && USED_BY.containsKey(to)
                        && !USED_BY.get(to).contains(from)) {
                    complaints.add(from + " may not use " + to + ": " + dependency.getDescription());
                }
            }
        }));
    }

    private static String below(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name;
    }

    private static ArchRule cycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule rooms(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".junit..")
                .should(House.condition("use only lower rooms", (type, complaints) -> {
                    String from = room(type, root).orElseThrow();
                    if (!ROOMS.contains(from)) {
                        complaints.add(name(from) + " has no place among the rooms: " + type.getName());
                        return;
                    }
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        room(dependency.getTargetClass(), root)
                                .filter(to -> ROOMS.indexOf(to) > ROOMS.indexOf(from))
                                .ifPresent(to -> complaints.add(
                                        name(from) + " may not use " + name(to) + ": " + dependency.getDescription()));
                    }
                }));
    }

    /** Returns the room of a class of hpo-junit, an empty text for what users write; empty for another class. */
    private static Optional<String> room(JavaClass type, String root) {
        String house = root + ".junit";
        String name = type.getPackageName();
        if (name.equals(house)) {
            return Optional.of("");
        }
        return name.startsWith(house + ".") ? Optional.of(name.substring(house.length() + 1)) : Optional.empty();
    }

    private static String name(String room) {
        return room.isEmpty() ? "junit" : "junit." + room;
    }

    private static void check(JavaClass type, String root, Complaints complaints) {
        String from = House.place(type, root);
        Set<String> allowed = MAY_USE.get(from);
        if (allowed == null) {
            complaints.add(type.getName() + ": package " + from + " has no place in the order");
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String to = House.place(dependency.getTargetClass(), root);
            if (!to.isEmpty() && !to.equals(from) && !allowed.contains(to)) {
                complaints.add(from + " may not use " + to + ": " + dependency.getDescription());
            }
        }
    }
}
