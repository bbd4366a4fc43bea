package io.receivables.command.edge;

import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.AccessMatrixContract;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class CommandAccessTest {

    @Test
    void everyEndpointHasItsRow() {
        AccessMatrixContract.everyEndpointHasItsRow(CommandServer.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class), "command");
    }

    @Test
    void everyRoleMeetsItsAnswer() {
        AccessMatrixContract.everyRoleMeetsItsAnswer(CommandServer.uri(), "command");
    }
}
