// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** What is around a place in a source, and where Eclipse's compiler shows an error that is to be shown there. */
final class Surroundings {

    private static final Set<String> IMPLICIT = Set.of("equals", "hashCode", "toString");

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final long position;

    /** The declarations, the outermost first. */
    private final List<ClassTree> types = new ArrayList<>();

    private Surroundings(Path file, long line, long column) {
        this.text = Cases.read(file);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of(), null, List.of(new SourceFile(file.toUri(), text)));
        try {
            this.unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.positions = Trees.instance(task).getSourcePositions();
        this.position = unit.getLineMap().getPosition(line, column);
    }

    static Surroundings of(Path file, long line, long column) {
        Surroundings around = new Surroundings(file, line, column);
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                if (around.isAround(type)) {
                    around.types.add(type);
                }
                return super.visitClass(type, null);
            }
        }.scan(around.unit, null);
        return around;
    }

    private boolean isAround(Tree tree) {
        return positions.getStartPosition(unit, tree) <= position && position < positions.getEndPosition(unit, tree);
    }

    Tree.Kind innermost() {
        return types.get(types.size() - 1).getKind();
    }

    /**
     * Returns the line in which Eclipse's compiler shows an error. It has no place for a record, its components and what it gets
     * without saying so, nor for a constant of an enum: the place is then that of what is written out nearby.
     */
    OptionalLong lineInEclipse() {
        ClassTree type = types.get(types.size() - 1);
        Optional<? extends Tree> member =
                type.getMembers().stream().filter(this::isAround).findFirst();
        if (member.filter(each -> isConstant(type, each)).isPresent()) {
            return OptionalLong.of(line(type));
        }
        boolean isExact = type.getKind() != Tree.Kind.RECORD
                || member.filter(each -> isWritten(type, each)).isPresent();
        return isExact ? OptionalLong.of(unit.getLineMap().getLineNumber(position)) : lineNearby();
    }

    private static boolean isConstant(ClassTree type, Tree member) {
        return type.getKind() == Tree.Kind.ENUM
                && member instanceof VariableTree variable
                && type.getSimpleName().contentEquals(variable.getType().toString());
    }

    private OptionalLong lineNearby() {
        for (int i = types.size() - 1; i >= 0; i--) {
            ClassTree type = types.get(i);
            Optional<? extends Tree> place = type.getKind() == Tree.Kind.RECORD ? written(type) : Optional.of(type);
            if (place.isPresent()) {
                return OptionalLong.of(line(place.get()));
            }
        }
        return OptionalLong.empty();
    }

    /** Returns what is written out in a record: what makes instances, a method, or if there is nothing around it another member. */
    private Optional<Tree> written(ClassTree type) {
        List<Tree> members = new ArrayList<>(type.getMembers());
        members.removeIf(member -> !isWritten(type, member));
        List<MethodTree> methods = members.stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .toList();
        Optional<Tree> maker = Stream.of(
                        methods.stream().filter(Surroundings::isInitial),
                        methods.stream().filter(method -> method.getReturnType() == null),
                        methods.stream())
                .flatMap(each -> each)
                .map(Tree.class::cast)
                .findFirst();
        return maker.isPresent() || type != types.get(0)
                ? maker
                : members.stream().findFirst();
    }

    private static boolean isInitial(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Initial"));
    }

    private static boolean isWritten(ClassTree record, Tree member) {
        if (member instanceof VariableTree variable) {
            return variable.getModifiers().getFlags().contains(Modifier.STATIC);
        }
        if (member instanceof MethodTree method) {
            String name = method.getName().toString();
            boolean isAccessor = method.getParameters().isEmpty()
                    && record.getMembers().stream()
                            .anyMatch(each -> each instanceof VariableTree component
                                    && component.getName().contentEquals(name));
            return !isAccessor && !IMPLICIT.contains(name);
        }
        return member instanceof ClassTree && member.getKind() != Tree.Kind.RECORD;
    }

    /** Returns the line of the name of a declaration. */
    private long line(Tree declaration) {
        ModifiersTree modifiers;
        String name;
        if (declaration instanceof ClassTree type) {
            modifiers = type.getModifiers();
            name = type.getSimpleName().toString();
        } else if (declaration instanceof MethodTree method) {
            modifiers = method.getModifiers();
            name = method.getReturnType() == null
                    ? types.get(types.size() - 1).getSimpleName().toString()
                    : method.getName().toString();
        } else {
            modifiers = ((VariableTree) declaration).getModifiers();
            name = ((VariableTree) declaration).getName().toString();
        }
        long start = Math.max(positions.getStartPosition(unit, declaration), positions.getEndPosition(unit, modifiers));
        return unit.getLineMap().getLineNumber(text.indexOf(name, (int) start));
    }
}
