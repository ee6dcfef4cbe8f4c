// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Names, made at random of those that could get in each other's way. */
final class RandomNames {

    /** What a record component must not be called. */
    static final Set<String> NOT_IN_RECORDS =
            Set.of("hashCode", "toString", "getClass", "clone", "finalize", "notify", "notifyAll", "wait");

    private static final int MOST = 6;

    private static final List<String> TYPES = List.of("""
            Scale Scope List RealDomain String Object Override Space Parameter Member MemberSpace KindSpace
            ListSpace ListParameter Configuration Start GeneratedSpace SuppressWarnings Boolean Double Integer
            Kind New Default SPACE config mode kind instance scope sink place configuration $ $L A$B _A Ä 日本 𝔸
            AB Ab aB Optimizer OptimizerSpace a A SpaceSpace Class Enum Void""".split("\\s+"));

    private static final List<String> MEMBERS = List.of("""
            java dev hpo lang members alternatives decode encode at start doubles choices texts rate yield
            record var sealed value type parameters hashCode toString getClass wait""".split("\\s+"));

    private RandomNames() {}

    /** Returns a name that no type around has; on paths of files the case makes no difference. */
    static String type(Random random, List<String> around) {
        String name = TYPES.get(random.nextInt(TYPES.size()));
        while (contains(around, name)) {
            name = TYPES.get(random.nextInt(TYPES.size()));
        }
        return name;
    }

    /** Returns some names, each once. */
    static List<String> members(Random random, Set<String> excluded) {
        List<String> all = new ArrayList<>(TYPES);
        all.addAll(MEMBERS);
        all.remove("SPACE");
        all.removeAll(excluded);
        Set<String> names = new LinkedHashSet<>();
        int number = 1 + random.nextInt(MOST);
        while (names.size() < number) {
            names.add(all.get(random.nextInt(all.size())));
        }
        return List.copyOf(names);
    }

    /** Returns those of some names that differ in more than their case. */
    static List<String> distinct(Collection<String> names) {
        Map<String, String> distinct = new LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return List.copyOf(distinct.values());
    }

    static List<String> with(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
