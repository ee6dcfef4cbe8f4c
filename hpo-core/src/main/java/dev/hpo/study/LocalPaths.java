// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces folders of this machine in texts that others may read: those of the module by {@code .} and those of the user by {@code ~}. */
final class LocalPaths {

    /** What Maven says the module's folder is. */
    private static final String BASEDIR = "basedir";

    private static final String WORKING = "user.dir";
    private static final String HOME = "user.home";

    /** What goes on with a name, so that another folder is meant than the one whose name it begins with. */
    private static final String GOES_ON = "(?![\\w-]|\\.\\w)";

    private LocalPaths() {}

    /** Returns a text of this process without its folders. */
    static String hide(String text) {
        return hide(
                text,
                value(HOME),
                List.of(value(BASEDIR), value(WORKING)).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> value(String property) {
        return Optional.ofNullable(System.getProperty(property));
    }

    /**
     * Returns a text without some folders.
     *
     * @param home the user's folder
     * @param modules the module's folder, by all its names
     */
    static String hide(String text, Optional<String> home, List<String> modules) {
        // A folder within another one has the longer name, and is what the text means.
        Map<String, String> folders =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        home.filter(LocalPaths::isTelling).ifPresent(folder -> folders.put(folder, "~"));
        modules.stream().filter(LocalPaths::isTelling).forEach(folder -> folders.put(folder, "."));
        String hidden = text;
        for (Map.Entry<String, String> folder : folders.entrySet()) {
            if (hidden.contains(folder.getKey())) {
                hidden = Pattern.compile("(?<![\\w.~-])" + Pattern.quote(folder.getKey()) + GOES_ON)
                        .matcher(hidden)
                        .replaceAll(Matcher.quoteReplacement(folder.getValue()));
            }
        }
        return hidden;
    }

    /** The root of all would be found everywhere. */
    private static boolean isTelling(String folder) {
        File file = new File(folder);
        return file.isAbsolute() && file.getParent() != null && !folder.endsWith(File.separator);
    }
}
