package io.receivables.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The positions in the store that a unit of work has appended, known before it commits. */
public final class AppendedPositions {

    private static final String RESOURCE = AppendedPositions.class.getName();

    private AppendedPositions() {}

    /** The highest position, which an answer can name as what to wait for; empty if nothing was appended. */
    public static OptionalLong lastOf(UnitOfWork<?> unitOfWork) {
        return allOf(unitOfWork).stream().mapToLong(Long::longValue).max();
    }

    /** Every position, in the order of the appends. */
    public static List<Long> allOf(UnitOfWork<?> unitOfWork) {
        return List.copyOf(unitOfWork.root().getOrDefaultResource(RESOURCE, List.<Long>of()));
    }

    static void record(List<Long> positions) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root()
                .<List<Long>>getOrComputeResource(RESOURCE, _ -> new ArrayList<>())
                .addAll(positions));
    }
}
