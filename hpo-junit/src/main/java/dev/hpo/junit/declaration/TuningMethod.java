// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.Accepted;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TryFirst;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.WarmStart;
import dev.hpo.junit.launch.Selection.Template;
import dev.hpo.junit.setting.Attributes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A tuning test as its method declares it.
 *
 * @param place the class that is run, which may have inherited the method, and where that is
 * @param method the method
 * @param attributes its annotation
 * @param goal what it is after
 * @param slots the configurations it takes
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TuningMethod(TestPlace place, Method method, Attributes attributes, Goal goal, ConfigurationSlots slots) {

    /**
     * Reads the declaration of a test template.
     *
     * @throws TuningConfigurationException if it is not right
     */
    public static TuningMethod of(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        Method method = context.getRequiredTestMethod();
        String test = shortName(testClass, method);
        Attributes attributes = Attributes.of(test, method);
        String named = attributes.name() + " " + test;
        checkOnlyOneOfName(named, testClass, method);
        Goal goal = Goal.of(named, test, method);
        AnnotationSupport.findAnnotation(method, ExpectBest.class)
                .ifPresent(gate -> Bounds.require(gate, test, goal.direction()));
        AnnotationSupport.findAnnotation(method, Accepted.class)
                .ifPresent(accepted -> AcceptedPath.require(accepted, test));
        TuningMethod declared = new TuningMethod(
                TestPlace.of(testClass, context.getUniqueId()),
                method,
                attributes,
                goal,
                ConfigurationSlots.of(attributes.name(), test, method));
        if (attributes.population().isPresent()) {
            PopulationRules.require(declared);
        }
        return declared;
    }

    /** Returns the class that is run, which may have inherited the method. */
    public Class<?> testClass() {
        return place.testClass();
    }

    /** Returns what people call it: {@code DigitsTuning.tune}. */
    public String shortName() {
        return shortName(testClass(), method);
    }

    /** Returns the name of its study: that of the class, with its package, and that of the method. */
    public String studyName() {
        return testClass().getName().replace('$', '.') + "." + method.getName();
    }

    /**
     * Returns a hash of the class files of the test and of its search space, and of its place: what several classes inherit, or one class is
     * run with several times, is several tests, though its files and its name are the same.
     */
    public String code() {
        return TestCode.hash(testClass(), slots.types(), place.path());
    }

    /** Returns the place of the test in the test tree. */
    public Template template(ExtensionContext context) {
        return new Template(context.getUniqueId(), testClass().getName(), method.getName());
    }

    /** Returns what its best value must be. */
    public Optional<ExpectBest> gate() {
        return AnnotationSupport.findAnnotation(method, ExpectBest.class);
    }

    /** Returns how what it finds is to be confirmed, if it is. */
    public Optional<Confirm> confirm() {
        return AnnotationSupport.findAnnotation(method, Confirm.class);
    }

    /** Returns where its accepted result is. */
    public Optional<Accepted> accepted() {
        return AnnotationSupport.findAnnotation(method, Accepted.class);
    }

    /** Returns what it is sampled with, which a class around it may say. */
    public Optional<SampleWith> sampler() {
        return AnnotationSupport.findAnnotation(method, SampleWith.class)
                .or(() -> InEnclosing.find(testClass(), SampleWith.class));
    }

    /** Returns which earlier studies it starts from, which a class around it may say. */
    public Optional<WarmStart> warmStart() {
        return AnnotationSupport.findAnnotation(method, WarmStart.class)
                .or(() -> InEnclosing.find(testClass(), WarmStart.class));
    }

    /** Returns what it tries first. */
    public Optional<TryFirst> tryFirst() {
        return AnnotationSupport.findAnnotation(method, TryFirst.class);
    }

    /** Returns what it is pruned with, which a class around it may say. */
    public Optional<PruneWith> pruner() {
        return AnnotationSupport.findAnnotation(method, PruneWith.class)
                .or(() -> InEnclosing.find(testClass(), PruneWith.class));
    }

    /** Two of one name would share a study. */
    private static void checkOnlyOneOfName(String named, Class<?> testClass, Method method) {
        boolean isShared = ReflectionSupport.findMethods(
                        testClass,
                        other -> other.getName().equals(method.getName())
                                && !Arrays.equals(other.getParameterTypes(), method.getParameterTypes())
                                && Attributes.isAny(other),
                        HierarchyTraversalMode.BOTTOM_UP)
                .stream()
                .findAny()
                .isPresent();
        if (isShared) {
            throw new TuningConfigurationException(
                    named + " must not share its name with another one, since both would be one study; rename one.");
        }
    }

    private static String shortName(Class<?> testClass, Method method) {
        String packageName = testClass.getPackageName();
        String inPackage = packageName.isEmpty()
                ? testClass.getName()
                : testClass.getName().substring(packageName.length() + 1);
        return inPackage.replace('$', '.') + "." + method.getName();
    }
}
