// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Distribution;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a journal come to, read in their order by the rules of Optuna: numbers are given in the order of the lines, a
 * line that does not fit what stands before it has no effect, and of two that claim a queued trial the first wins.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class JournalState implements Interest {

    private Following following;
    private final Map<Integer, StoredStudy> studies = new TreeMap<>();
    private final Map<String, StoredStudy> byName = new HashMap<>();
    private final List<@Nullable StoredTrial> trials = new ArrayList<>();
    private final Map<Integer, StoredStudy> deleted = new TreeMap<>();
    private final LostTrials lost = new LostTrials();
    private LostTrials.Missing missing = LostTrials.Missing.NONE;
    private int nextStudy;

    JournalState(Following following) {
        this.following = following;
    }

    /** Follows other studies of those that are created from now on. */
    void follow(Following other) {
        following = other;
    }

    /** Returns the studies that are there, by id. */
    public Collection<StoredStudy> studies() {
        return Collections.unmodifiableCollection(studies.values());
    }

    /** Returns the id of the next study that is created. */
    public int nextStudy() {
        return nextStudy;
    }

    /** Returns the study of an id, if it is there. */
    public Optional<StoredStudy> study(int id) {
        return Optional.ofNullable(studies.get(id));
    }

    /** Returns the study of a name, if it is there. */
    public Optional<StoredStudy> study(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the number of the next trial that is created in the file, over all studies. */
    public int nextTrial() {
        return trials.size();
    }

    /** Returns whether there was a study of a name that is there no more. */
    public boolean wasDeleted(String name) {
        return deleted.values().stream().anyMatch(study -> study.name().equals(name));
    }

    /** Returns the names of the studies that were there and are there no more, be it that they were moved. */
    public Set<String> deletedNames() {
        return deleted.values().stream().map(StoredStudy::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether all that was in an earlier state is in this one under the same ids, be it that it was deleted since. */
    boolean continues(JournalState earlier) {
        return nextStudy >= earlier.nextStudy
                && trials.size() >= earlier.trials.size()
                && earlier.studies.values().stream().allMatch(this::had);
    }

    private boolean had(StoredStudy study) {
        StoredStudy same = studies.getOrDefault(study.id(), deleted.get(study.id()));
        return same != null && same.name().equals(study.name()) && same.size() >= study.size();
    }

    /** Returns the trial of an id, if it is there and followed, or waits. */
    public Optional<StoredTrial> trial(int id) {
        return id >= 0 && id < trials.size() ? Optional.ofNullable(trials.get(id)) : Optional.empty();
    }

    @Override
    public boolean inTrialsOf(int study) {
        StoredStudy found = studies.get(study);
        return found != null && (found.isFollowed() || lost.isLooking());
    }

    @Override
    public boolean inTrial(int trial) {
        return trial >= 0 && trial < trials.size() && trials.get(trial) != null;
    }

    @Override
    public boolean inReports() {
        return following.reports();
    }

    /** Takes note of a line that cannot be read, and so may have created a trial. */
    void noteLeftOut() {
        lost.noteLeftOut();
    }

    /** Returns what was missing before the trial that was created last. */
    LostTrials.Missing missing() {
        return missing;
    }

    /** Checks that operations create no study that is there: some readers of the format count it as two. */
    void requireNew(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.CreateStudy study
                    && study(study.name()).isPresent()) {
                throw new IllegalArgumentException("study (" + study.name() + ") must not be there yet");
            }
        }
    }

    /** Applies the next operation of the file, whoever has written it. */
    Receipt apply(Operation operation) {
        return apply(operation, "");
    }

    /** Applies the next operation of the file, which a worker has written. */
    Receipt apply(Operation operation, String worker) {
        if (operation instanceof Operation.CreateStudy creation) {
            return create(creation);
        } else if (operation instanceof Operation.DeleteStudy deletion) {
            return delete(deletion.study());
        } else if (operation instanceof Operation.StudyAttribute setting) {
            StoredStudy study = studies.get(setting.study());
            if (study == null) {
                return Receipt.SKIPPED;
            }
            study.set(setting.attribute());
            return new Receipt(true, study.id());
        } else if (operation instanceof Operation.CreateTrial creation) {
            return create(creation.study(), Copies.own(creation.trial(), worker, lost.isDamaged()));
        } else if (operation instanceof Operation.PassedTrial creation) {
            return pass(creation.study());
        } else if (operation instanceof Operation.SetParameter setting) {
            return change(setting.trial(), trial -> set(trial, setting));
        } else if (operation instanceof Operation.UnreadableParameter setting) {
            return change(setting.trial(), trial -> {
                trial.setUnreadable(setting.name(), setting.fault());
                return true;
            });
        } else if (operation instanceof Operation.SetState setting) {
            return change(setting.trial(), trial -> set(trial, setting));
        } else if (operation instanceof Operation.Report report) {
            return change(report.trial(), trial -> {
                if (following.reports()) {
                    trial.report(report.observation());
                }
                return true;
            });
        } else if (operation instanceof Operation.TrialAttribute setting) {
            return change(setting.trial(), trial -> {
                trial.set(setting.attribute());
                return true;
            });
        }
        return Receipt.SKIPPED;
    }

    private Receipt create(Operation.CreateStudy creation) {
        if (study(creation.name()).isPresent()) {
            return Receipt.SKIPPED;
        }
        int id = nextStudy++;
        boolean isFollowed = following.trialsOf().test(creation.name());
        StoredStudy study = new StoredStudy(id, creation.name(), creation.directions(), isFollowed);
        studies.put(id, study);
        byName.put(study.name(), study);
        return new Receipt(true, id);
    }

    private Receipt delete(int id) {
        StoredStudy study = studies.remove(id);
        if (study == null) {
            return Receipt.SKIPPED;
        }
        byName.remove(study.name());
        deleted.put(id, study);
        return new Receipt(true, id);
    }

    private Receipt create(int id, Draft draft) {
        missing = LostTrials.Missing.NONE;
        StoredStudy study = studies.get(id);
        if (study == null) {
            return Receipt.SKIPPED;
        }
        restore(study, draft);
        boolean isWaiting = draft.standing().state() == TrialState.WAITING;
        if (!study.isFollowed() && !isWaiting) {
            return pass(id);
        }
        StoredTrial trial = new StoredTrial(trials.size(), study.id(), study.size(), draft);
        trials.add(trial);
        if (study.isFollowed()) {
            study.add(trial);
        } else {
            study.addWaiting(trial);
        }
        return new Receipt(true, trial.id());
    }

    /** Gives trials their places whose lines are damaged. */
    private void restore(StoredStudy study, Draft next) {
        missing = lost.before(next, trials.size(), study.size());
        for (int i = 0; i < missing.inFile(); i++) {
            trials.add(null);
        }
        for (int id : missing.here()) {
            if (study.isFollowed()) {
                StoredTrial trial = new StoredTrial(id, study.id(), study.size(), LostTrials.DRAFT);
                trials.set(id, trial);
                study.add(trial);
            } else {
                study.addPassed();
            }
        }
    }

    private Receipt pass(int id) {
        StoredStudy study = studies.get(id);
        if (study == null) {
            return Receipt.SKIPPED;
        }
        study.addPassed();
        trials.add(null);
        return new Receipt(true, trials.size() - 1);
    }

    private Receipt change(int id, Change change) {
        StoredTrial trial = trial(id).orElse(null);
        if (trial == null || trial.state().isFinished() || !change.apply(trial)) {
            return Receipt.SKIPPED;
        }
        noteChange(trial);
        return new Receipt(true, id);
    }

    /** Of a study that is not followed, a trial is of no interest any more when it does not wait. */
    private void noteChange(StoredTrial trial) {
        StoredStudy study = studyOf(trial);
        if (study.isFollowed()) {
            study.noteChange(trial);
        } else {
            study.noteState(trial);
            if (trial.state() != TrialState.WAITING) {
                trials.set(trial.id(), null);
            }
        }
    }

    /** The first earlier trial that has the parameter decides what the parameter is. */
    private boolean set(StoredTrial trial, Operation.SetParameter setting) {
        Distribution distribution = setting.value().distribution();
        for (StoredTrial earlier : studyOf(trial).trials()) {
            if (earlier.parameters().containsKey(setting.name())) {
                if (!earlier.parameters().get(setting.name()).distribution().isCompatibleWith(distribution)) {
                    return false;
                }
                break;
            }
        }
        trial.set(setting.name(), setting.value());
        return true;
    }

    private static boolean set(StoredTrial trial, Operation.SetState setting) {
        TrialState state = setting.standing().state();
        if (state == TrialState.RUNNING && trial.state() == TrialState.RUNNING) {
            return false;
        }
        trial.set(setting.standing());
        return true;
    }

    /** Trials of a deleted study still change. */
    private StoredStudy studyOf(StoredTrial trial) {
        StoredStudy study = studies.get(trial.study());
        return study == null ? Objects.requireNonNull(deleted.get(trial.study())) : study;
    }

    private interface Change {
        boolean apply(StoredTrial trial);
    }
}
