// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps folders of the machine out of texts that others read: in what an exception said, the module's folder becomes {@code .} and the
 * user's home {@code ~}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PathMask {

    /** Masks nothing. */
    public static final PathMask NONE = new PathMask(List.of());

    private final List<Masked> folders;

    private PathMask(List<Masked> folders) {
        this.folders = folders;
    }

    /**
     * Returns a mask for two folders, of which one may lie within the other. A root, as some containers have for a home, is left as it is.
     *
     * @param module becomes {@code .}
     * @param home becomes {@code ~}
     */
    public static PathMask of(Path module, Path home) {
        return of(List.of(module), home);
    }

    /**
     * Returns a mask for the folders of a process.
     *
     * @param modules become {@code .}: what tools say the module's folder is, which need not be the same
     * @param home becomes {@code ~}
     */
    public static PathMask of(Collection<Path> modules, Path home) {
        return new PathMask(
                Stream.concat(modules.stream().map(module -> Masked.of(module, ".")), Stream.of(Masked.of(home, "~")))
                        .filter(folder -> folder.isTelling())
                        .sorted(Comparator.comparing(folder -> -folder.name.length()))
                        .toList());
    }

    /** Returns a text with the folders masked where they stand as whole names. */
    public String of(String text) {
        String masked = text;
        for (Masked folder : folders) {
            if (masked.contains(folder.name)) {
                masked = folder.pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(folder.sign));
            }
        }
        return masked;
    }

    private record Masked(String name, Pattern pattern, String sign) {

        /** A root would be found everywhere, and a name without its place means any folder. */
        boolean isTelling() {
            Path path = Path.of(name);
            return path.isAbsolute() && path.getNameCount() > 0;
        }

        /** Neither the end of a longer path nor the beginning of a longer name. */
        static Masked of(Path folder, String sign) {
            String name = folder.toString();
            return new Masked(name, Pattern.compile("(?<![\\w.~-])" + Pattern.quote(name) + "(?![\\w-]|\\.\\w)"), sign);
        }
    }
}
