package io.receivables.command.accountmapping.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAccountMappingApiTest {

    private static final String JOURNALS = "'journals':[{'role':'SALES','code':'VE','label':'Ventes'}]";

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'accounts':[],'journals':[{'role':'SALES','code':'VE','label':'x'}] | /accounts",
            "'accounts':[{'role':'SALES','number':'707','label':'x'}],'journals':[] | /journals",
            "'accounts':[{'role':'SALES','number':'70 7','label':'x'}],'journals':[{'role':'SALES','code':'VE','label':'x'}] | /accounts/0/number",
            "'accounts':[{'role':'BANK','taxRate':'20','number':'512','label':'x'}],'journals':[{'role':'SALES','code':'VE','label':'x'}] | /accounts/0/taxRate",
            "'accounts':[{'role':'SALES','taxRate':'20','number':'707','label':'x'},{'role':'SALES','taxRate':'20.00','number':'708','label':'x'}],'journals':[{'role':'SALES','code':'VE','label':'x'}] | /accounts/1",
            "'accounts':[{'role':'SALES','number':'707','label':'x'}],'journals':[{'role':'SALES','code':'V E','label':'x'}] | /journals/0/code",
            "'accounts':[{'role':'SALES','number':'707','label':'x'}],'journals':[{'role':'SALES','code':'VE','label':'x'},{'role':'SALES','code':'VT','label':'x'}] | /journals/1/role",
            "'accounts':[{'role':'SALES','number':'707','label':'x'}],'journals':[{'role':'SALES','code':'VE','label':'x'},{'role':'BANK','code':'VE','label':'x'}] | /journals/1/code"})
    void whatNoLedgerCouldReadIsRefused(String parts, String pointer) {
        var refused = set("{'validFrom':'2026-01-01'," + parts + ",'source':'x'}").expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aRoleThatIsNotKnownAndAMissingSourceAreRefused() {
        set("{'validFrom':'2026-01-01','accounts':[{'role':'NOTHING','number':'707','label':'x'}]," + JOURNALS
                + ",'source':'x'}").expect(422, "VALUE_INVALID");
        set("{'validFrom':'2026-01-01','accounts':[{'role':'SALES','number':'707','label':'x'}]," + JOURNALS + "}")
                .expect(400, "REQUIRED");
    }

    @Test
    void anotherEntityIsNotThere() {
        api.put("/v1/account-mappings/NONE", body("2026-01-01", "707")).expect(404, "LEGAL_ENTITY_NOT_FOUND");
        Api.of(TestIdentity.token("sam", List.of(Role.CONTROLLER), List.of("XX01")))
                .put("/v1/account-mappings/" + book.entity, body("2026-01-01", "707"))
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void versionsCountUp() {
        var first = set(body("2026-01-01", "707")).expect(201);
        assertThat(first.at("/mappingVersion")).isEqualTo("1");
        assertThat(first.at("/vatRegime")).isEqualTo("ON_DEBITS");
        assertThat(first.at("/accounts/0/number")).isEqualTo("707");
        var second = set(body("2025-01-01", "706")).expect(200);
        assertThat(second.at("/mappingVersion")).isEqualTo("2");
        assertThat(second.at("/version")).isEqualTo("2");
    }

    private Api.Answer set(String body) {
        return api.put("/v1/account-mappings/" + book.entity, body);
    }

    private static String body(String validFrom, String number) {
        return "{'validFrom':'" + validFrom + "','accounts':[{'role':'SALES','number':'" + number
                + "','label':'Ventes','source':'PCG'}]," + JOURNALS + ",'source':'chart of the group'}";
    }
}
