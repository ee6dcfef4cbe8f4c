// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A source made at random: a search space with others in it, and with names that hide one another. Every member has a line of its
 * own, so that an error can be told by its line.
 */
final class RandomSource {

    private static final int DEEPEST = 3;
    private static final String SEARCH_SPACE = "@dev.hpo.annotations.SearchSpace";

    private final Random random;
    private final RandomMember members;
    private final boolean faulty;
    private final List<String> lines = new ArrayList<>();
    private final Set<Long> faults = new TreeSet<>();
    private final String top;

    /**
     * Makes a source.
     *
     * @param faulty whether some members have faults; then at least one has
     */
    RandomSource(long seed, boolean faulty) {
        this.random = new Random(seed);
        this.members = new RandomMember(random);
        this.faulty = faulty;
        this.top = RandomNames.type(random, List.of());
        lines.add("package a;");
        space(List.of(top), true, "public ", "");
    }

    /** Returns the qualified name of the type. */
    String name() {
        return "a." + top;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Returns the numbers of the lines with faults. */
    Set<Long> faults() {
        return faults;
    }

    /** A space of any kind; the path is that of the simple names of the type and those around it. */
    private void space(List<String> path, boolean annotated, String modifiers, String sealed) {
        if (annotated) {
            lines.add(SEARCH_SPACE);
        }
        int kind = random.nextInt(path.size() < DEEPEST ? 4 : 3);
        switch (kind) {
            case 0 -> fields(path, modifiers, sealed);
            case 3 -> alternatives(path, modifiers, sealed);
            default -> components(path, modifiers, sealed);
        }
    }

    private void components(List<String> path, String modifiers, String sealed) {
        List<List<String>> inner = inner(path);
        String name = path.get(path.size() - 1);
        lines.add(modifiers + "record " + name + "(");
        List<String> names = RandomNames.members(random, RandomNames.NOT_IN_RECORDS);
        for (int i = 0; i < names.size(); i++) {
            member(names.get(i), inner, (i + 1 < names.size() ? "," : ""));
        }
        lines.add(")" + (sealed.isEmpty() ? "" : " implements " + sealed) + " {");
        initial(path);
        nested(inner);
        lines.add("}");
    }

    private void fields(List<String> path, String modifiers, String sealed) {
        List<List<String>> inner = inner(path);
        String name = path.get(path.size() - 1);
        lines.add((path.size() == 1 ? modifiers : "static ") + "final class " + name
                + (sealed.isEmpty() ? "" : " implements " + sealed) + " {");
        for (String member : RandomNames.members(random, Set.of())) {
            member(member, inner, ";");
        }
        initial(path);
        nested(inner);
        lines.add("}");
    }

    private void alternatives(List<String> path, String modifiers, String sealed) {
        lines.add(modifiers + "sealed interface " + path.get(path.size() - 1)
                + (sealed.isEmpty() ? "" : " extends " + sealed) + " {");
        Set<String> names = new LinkedHashSet<>();
        int number = 1 + random.nextInt(4);
        while (names.size() < number) {
            names.add(RandomNames.type(random, RandomNames.with(path, "kind")));
        }
        for (String name : RandomNames.distinct(names)) {
            space(RandomNames.with(path, name), random.nextInt(4) == 0, "", String.join(".", path));
        }
        lines.add("}");
    }

    private void initial(List<String> path) {
        if (path.size() == 1 && random.nextBoolean()) {
            lines.add("@dev.hpo.annotations.Initial static " + String.join(".", path) + " start" + random.nextInt(10)
                    + "() { throw new java.lang.IllegalStateException(); }");
        }
    }

    private void member(String name, List<List<String>> inner, String ending) {
        String code = members.good(inner);
        boolean fault = faulty && (faults.isEmpty() || random.nextInt(8) == 0);
        if (fault) {
            code = members.bad();
        }
        lines.add("    " + code + " " + name + ending);
        if (fault) {
            faults.add((long) lines.size());
        }
    }

    /** The paths of an enum, and sometimes of a space, to be declared in a type. */
    private List<List<String>> inner(List<String> path) {
        Set<String> names = new LinkedHashSet<>();
        int number = path.size() < DEEPEST ? 2 : 1;
        while (names.size() < number) {
            names.add(RandomNames.type(random, path));
        }
        return RandomNames.distinct(names).stream()
                .map(name -> RandomNames.with(path, name))
                .toList();
    }

    private void nested(List<List<String>> inner) {
        String constants = String.join(", ", RandomNames.members(random, Set.of()));
        List<String> first = inner.get(0);
        lines.add("enum " + first.get(first.size() - 1) + " { " + constants + " }");
        if (inner.size() > 1) {
            space(inner.get(1), true, "", "");
        }
    }
}
