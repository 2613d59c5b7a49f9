namespace HardE.Agents.NewClients;

/// <summary>The other person of a household or firm; parts not said are null.</summary>
public sealed record SecondContact(string? FirstName, string? LastName, string? Relation);

/// <summary>One more number of the customer.</summary>
public sealed record OtherPhone(string Number, string Label, string? Ext);

/// <summary>How the customer heard of us.</summary>
/// <param name="Kind"><c>customer_referral</c>, <c>listed</c> or <c>other</c>.</param>
/// <param name="Detail">Who referred, which listed source, or what was said.</param>
public sealed record LeadSourceAnswer(string Kind, string? Detail);

/// <summary>When the customer would like to be seen. A wish, never a booking.</summary>
/// <param name="Call">True when they want a call to set a time.</param>
/// <param name="Date">ISO date in the company's zone.</param>
/// <param name="From">First day of a span.</param>
/// <param name="To">Last day of a span.</param>
/// <param name="Part"><c>morning</c>, <c>afternoon</c> or <c>evening</c>.</param>
/// <param name="After">Earliest time, <c>HH:mm</c>.</param>
/// <param name="Before">Latest time, <c>HH:mm</c>.</param>
public sealed record AppointmentWish(
    bool Call, string? Date = null, string? From = null, string? To = null, string? Part = null, string? After = null, string? Before = null);

/// <summary>What is known of a claim: status <c>none</c>, <c>considering</c> or <c>filed</c>; dates are ISO.</summary>
public sealed record ClaimAnswer(
    string Status, string? Carrier = null, string? ClaimNo = null, string? DateOfLoss = null, string? AdjusterDate = null);

/// <summary>An address beside the customer's own; parts not said are null.</summary>
public sealed record OtherAddress(string? Street, string? Unit, string? City, string? State, string? Zip);
