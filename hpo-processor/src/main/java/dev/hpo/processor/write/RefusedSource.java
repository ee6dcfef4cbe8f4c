// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Writes the source that stands for the space of a refused type: one that throws what was reported whenever it is asked for anything.
 *
 * <p>It names the type in texts only, since the type may be missing, private or generic. It uses no library, since one that is missing may
 * be what was reported.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RefusedSource {

    /** The code that makes a class is limited to 65,535 bytes, of which a text takes eight. */
    private static final int MOST_ERRORS = 5_000;

    /** A constant is limited to 65,535 bytes, of which a character takes three at most. */
    private static final int LONGEST_ERROR = 20_000;

    private static final TypeId MARKER = RuntimeTypes.GENERATED_SPACE;

    private RefusedSource() {}

    /**
     * Returns the source, or nothing if it would have no name for its marker.
     *
     * @param isPublic whether the class is visible everywhere
     * @param errors what was reported, in its order
     * @param isTypeOfPackage whether there is a type of a simple name in the package of the type
     */
    public static Optional<String> source(
            TypeId type, boolean isPublic, List<String> errors, Predicate<String> isTypeOfPackage) {
        String name = type.spaceName();
        boolean hidesMarker = name.equals(MARKER.simpleName());
        String whole = MARKER.packageName() + "." + MARKER.simpleName();
        if (hidesMarker && isTypeOfPackage.test(whole.substring(0, whole.indexOf('.')))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("// Generated from " + type.display() + ", which was refused; do not edit.");
        if (!type.packageName().isEmpty()) {
            lines.add("package " + type.packageName() + ";");
            lines.add("");
        }
        if (!hidesMarker) {
            lines.add("import " + whole + ";");
        }
        lines.add("import dev.hpo.space.Space;");
        lines.add("");
        lines.add("@" + (hidesMarker ? whole : MARKER.simpleName()));
        lines.add((isPublic ? "public " : "") + "final class " + name + " {");
        lines.add("    public static final Space<?> SPACE = Space.refused(");
        lines.add("            " + String.join(",\n            ", texts(type, errors)) + ");");
        lines.add("");
        lines.add("    private " + name + "() {}");
        lines.add("}");
        return Optional.of(Ascii.escaped(String.join("\n", lines) + "\n"));
    }

    private static List<String> texts(TypeId type, List<String> errors) {
        List<String> texts = new ArrayList<>();
        texts.add(type.packageName().isEmpty() ? type.display() : type.packageName() + "." + type.display());
        errors.stream().limit(MOST_ERRORS).forEach(texts::add);
        if (errors.size() > MOST_ERRORS) {
            texts.add("and " + (errors.size() - MOST_ERRORS) + " more");
        }
        return texts.stream()
                .map(text -> TextCode.literal(
                        text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR - 3) + "..." : text))
                .toList();
    }
}
