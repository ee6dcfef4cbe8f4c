// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.SpaceModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Writes the source of a generated search space: equal text for equal models, in ASCII. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpaceWriter {

    private SpaceWriter() {}

    /**
     * Returns the source of a file.
     *
     * @param isTypeOfPackage whether there is a type of a simple name in the package of the file
     * @throws HiddenTypeException if the source would have no name for a type
     */
    public static String source(SpaceFile file, Predicate<String> isTypeOfPackage) {
        SpaceModel space = file.space();
        Set<String> declared = new HashSet<>();
        classes(file).forEach(path -> declared.add(path.get(path.size() - 1)));
        TypeNames names = new TypeNames(space.type().packageName(), declared, isTypeOfPackage);
        text(file, names);
        names.settle();
        return text(file, names).toString();
    }

    /** Returns the names of the classes in a file, in their package, as class files have them. */
    public static List<String> classNames(SpaceFile file) {
        return classes(file).map(path -> String.join("$", path)).toList();
    }

    private static Stream<List<String>> classes(SpaceFile file) {
        return SpaceCode.classes(file.space(), List.of(file.space().type().spaceName()));
    }

    private static SourceText text(SpaceFile file, TypeNames names) {
        SpaceModel space = file.space();
        SourceText source = new SourceText();
        source.line("// Generated from " + space.type().display() + "; do not edit.");
        if (!space.type().packageName().isEmpty()) {
            source.line("package " + space.type().packageName() + ";").blank();
        }
        names.imports().forEach(type -> source.line("import " + type + ";"));
        source.blank().line("@" + names.of(RuntimeTypes.GENERATED_SPACE));
        if (file.touchesDeprecated()) {
            source.line("@" + names.of(RuntimeTypes.SUPPRESS_WARNINGS) + "({\"deprecation\", \"removal\"})");
        }
        new SpaceCode(space, space.type().spaceName(), null, names).writeRoot(source, file.isPublic());
        return source;
    }
}
